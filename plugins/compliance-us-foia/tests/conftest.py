"""The official schema with stand-ins for the parts of NIEM that it imports.

The stand-ins hold what a FOIA report uses of those parts, no more.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

OFFICIAL = Path(__file__).parents[4] / "shared/reports/us-foia"
_HEAD = ('<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
         'xmlns:s="http://niem.gov/niem/structures/2.0" '
         'xmlns:nc="http://niem.gov/niem/niem-core/2.0" '
         'xmlns:niem-xsd="http://niem.gov/niem/proxy/xsd/2.0" '
         'targetNamespace="{}" elementFormDefault="qualified" attributeFormDefault="qualified">')
_IMPORT_S = ('<xsd:import namespace="http://niem.gov/niem/structures/2.0" '
             'schemaLocation="structures.xsd"/>')


def _text(name: str, base: str) -> str:
    return (f'<xsd:complexType name="{name}"><xsd:simpleContent><xsd:extension base="xsd:{base}">'
            '<xsd:attributeGroup ref="s:SimpleObjectAttributeGroup"/>'
            "</xsd:extension></xsd:simpleContent></xsd:complexType>")


def _complex(name: str, content: str, base: str = "s:ComplexObjectType") -> str:
    return (f'<xsd:complexType name="{name}"><xsd:complexContent><xsd:extension base="{base}">'
            f"<xsd:sequence>{content}</xsd:sequence></xsd:extension></xsd:complexContent>"
            "</xsd:complexType>")


STRUCTURES = _HEAD.format("http://niem.gov/niem/structures/2.0") + """
<xsd:attribute name="id" type="xsd:ID"/><xsd:attribute name="ref" type="xsd:IDREF"/>
<xsd:attributeGroup name="SimpleObjectAttributeGroup"><xsd:attribute ref="s:id"/>
</xsd:attributeGroup>
<xsd:complexType name="ComplexObjectType" abstract="true"><xsd:attribute ref="s:id"/>
</xsd:complexType>
<xsd:complexType name="ReferenceType"><xsd:attribute ref="s:ref"/></xsd:complexType>
</xsd:schema>"""
PROXY = (_HEAD.format("http://niem.gov/niem/proxy/xsd/2.0") + _IMPORT_S
         + "".join(_text(name, name)
                   for name in ("date", "decimal", "gYear", "nonNegativeInteger"))
         + "</xsd:schema>")
CORE = (
    _HEAD.format("http://niem.gov/niem/niem-core/2.0") + _IMPORT_S
    + _text("TextType", "string") + _text("AmountType", "decimal")
    + _text("PercentageType", "decimal") + _complex("AssociationType", "")
    + '<xsd:element name="Date" type="xsd:date"/>'
    + '<xsd:element name="DocumentDescriptionText" type="nc:TextType"/>'
    + '<xsd:element name="DocumentApplicationName"><xsd:complexType><xsd:simpleContent>'
      '<xsd:extension base="xsd:string"><xsd:attribute name="applicationVersionText" '
      'form="qualified"/></xsd:extension></xsd:simpleContent></xsd:complexType></xsd:element>'
    + '<xsd:element name="DocumentCreationDate"><xsd:complexType><xsd:sequence>'
      '<xsd:element ref="nc:Date"/></xsd:sequence></xsd:complexType></xsd:element>'
    + _complex("DocumentType", "".join(f'<xsd:element ref="nc:{name}"/>' for name in (
        "DocumentApplicationName", "DocumentCreationDate", "DocumentDescriptionText")))
    + '<xsd:element name="OrganizationAbbreviationText" type="nc:TextType"/>'
    + '<xsd:element name="OrganizationName" type="nc:TextType"/>'
    + _complex("OrganizationType", '<xsd:element ref="nc:OrganizationAbbreviationText"/>'
               '<xsd:element ref="nc:OrganizationName"/>'
               '<xsd:element name="OrganizationSubUnit" type="nc:OrganizationType" '
               'minOccurs="0" maxOccurs="unbounded"/>')
    + '<xsd:element name="Organization" type="nc:OrganizationType"/>'
    + '<xsd:element name="OrganizationReference" type="s:ReferenceType"/>'
    + '<xsd:element name="Case"><xsd:complexType><xsd:sequence>'
      '<xsd:element name="CaseTitleText" type="nc:TextType"/></xsd:sequence></xsd:complexType>'
      "</xsd:element></xsd:schema>")
STATUTES = (_HEAD.format("http://niem.gov/niem/domains/jxdm/4.1")
            + '<xsd:element name="StatuteDescriptionText" type="xsd:string"/></xsd:schema>')
NOTES = _HEAD.format("http://niem.gov/niem/appinfo/2.0") + "</xsd:schema>"
_STAND_INS = {
    "structures/2.0/structures.xsd": STRUCTURES, "proxy/xsd/2.0/xsd.xsd": PROXY,
    "niem-core/2.0/niem-core.xsd": CORE, "domains/jxdm/4.1/jxdm.xsd": STATUTES,
    "appinfo/2.0/appinfo.xsd": NOTES,
}


@pytest.fixture
def official_schema(tmp_path) -> etree.XMLSchema:
    """The schema, laid out in a folder as its imports expect."""
    if not OFFICIAL.exists():
        pytest.skip("the official schema is not beside the project")
    for name, text in _STAND_INS.items():
        place = tmp_path / "Subset/niem" / name
        place.parent.mkdir(parents=True)
        depth = "../" * name.count("/")
        place.write_text(text.replace("structures.xsd", f"{depth}structures/2.0/structures.xsd"),
                         encoding="utf-8")
    for kind, name in (("exchange", "FoiaAnnualReport"),
                       ("extension", "FoiaAnnualReportExtensions")):
        place = tmp_path / kind / f"{name}.xsd"
        place.parent.mkdir()
        place.write_bytes((OFFICIAL / f"{name}-2.xsd").read_bytes())
    return etree.XMLSchema(etree.parse(tmp_path / "exchange/FoiaAnnualReport.xsd"))
