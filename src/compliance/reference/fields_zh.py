"""The keys of packs, forms and profiles in Chinese; other keys stay in English."""

FIELDS_ZH: dict[str, str] = {}
