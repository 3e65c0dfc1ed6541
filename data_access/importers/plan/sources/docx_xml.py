"""Reading of the XML inside a Word document: no entities, no network, tag names alone."""

from lxml import etree
from lxml.etree import _Element

from data_access.importers.plan.refusal import ReadingRefused


def parse(data: bytes) -> _Element:
    """Return the root of a part; ReadingRefused("damaged") for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingRefused("damaged") from error
    if root.getroottree().docinfo.doctype:
        raise ReadingRefused("damaged")
    return root


def name(element: _Element) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, wanted: str) -> _Element | None:
    """Return the first child of this name; None where there is none."""
    if element is None:
        return None
    return next((one for one in element if name(one) == wanted), None)


def attribute(element: _Element | None, wanted: str) -> str | None:
    """Return an attribute by its name without namespace."""
    if element is None:
        return None
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted)
    return next((str(value) for value in found), None)
