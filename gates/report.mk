# include gates/report.mk, then: make audit-reports REPORTS=reports
REPORTS ?= reports
COMPLIANCE ?= compliance
COMPLIANCE_FLAGS ?= --fail-on error

.PHONY: audit-reports
audit-reports:
	$(COMPLIANCE) audit $(REPORTS) $(COMPLIANCE_FLAGS)
