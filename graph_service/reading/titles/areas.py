"""The coarse area of a title: Business, Technical, Sales-Marketing or Other; a pure reader of plain words.

Those who lead a firm or a large part of it count as Business unless their title names one trade. Of two trades joined
by "and" the first one counts.
"""

import re

_CRAFT = re.compile(
    r"\b(?:engineers?|developers?|programmers?|scientists?|architects?|technicians?|technologists?|technical"
    r"|administrators?"
    r" of systems|researchers?|testers?|statisticians?|mathematicians?|physicists?|chemists?|geologists?|analysts?"
    r"|dba|sdet|sysadmin|webmaster|hackers?|coders?|modell?ers?|post ?doc\w{0,8}|scrum master|agile coach"
    r"|entwickler(?:in)?|ingenieu?r(?:in)?|desarrollador\w?|programador\w?|developpeu(?:r|se)|informatiker(?:in)?)\b"
)
"""What people of a technical craft are called, in whatever trade they work."""
_TECHNICAL = re.compile(
    r"\b(?:engineering|software|technolog\w{1,6}|it|web|database|computer|computing|science|sciences|programming"
    r"|architecture|analytics|cloud|mobile|hardware|electrical|electronics?|algorithm\w?|r & d|devops|qa|testing|ai"
    r"|artificial intelligence|machine learning|deep learning|computer vision|nlp|iot|product development"
    r"|cyber\w{0,9}|erp|sap"
    r"|information (?:technology|systems|security)|game|ux|ui|geospatial|gis|swqa|robotics?|embedded|firmware"
    r"|java\w{0,6}|python|php|\w{0,3}sql|ruby|scala|kotlin|golang|front ?end|back ?end|full ?stack|blockchain"
    r"|simulation|asic|vlsi|fpga|cad|bim|rf|semiconductors?|automation|telecom\w{0,15}|linux|unix|windows|android|ios"
    r"|aws|azure|hadoop|etl|big data|oracle|sharepoint|salesforce (?:administrator|developer|consultant|architect)"
    r"|servicenow|bioinformatics|informatics|mechatronics?|help ?desk|photonics|optics|avionics|aerospace|nano\w{3,12}"
    r"|biotechnology|informati[ck]a?|informatique|edv)\b"
)
_HALF_TECHNICAL = re.compile(
    r"\b(?:data|security|systems?|platform|infrastructure|networks?|research|product|innovations?|algorithmic"
    r"|laborator\w{1,3}"
    r"|lab|quantitative|validation|verification)\b"
)
"""Words of a technical trade unless a trade of money, law or people stands beside them."""
_UNTECHNICAL = re.compile(
    r"\b(?:financ\w{1,6}|equity|investments?|investor|credit|market research|legal|privacy|real estate|policy"
    r"|data (?:protection|entry|privacy)|security (?:guard|officer|clearance|forces)|social (?:security|network\w{0,3})"
    r"|support system|school system|health system|educational|humanit\w{2,5}|history|theolog\w{1,4}|recruit\w{2,5})\b"
)
_SELLING = re.compile(
    r"\b(?:sales(?!force)|marketing|seo|sem|ppc|advertising|brand marketing|growth marketing|marketers?|demand"
    r" generation"
    r"|business development (?:manager|& sales)|account executive|sales(?:man|men|woman|person|people|rep)"
    r"|commercial (?:operations|manager|excellence|lead)|telesales|telemarketing|telemarketer|pre ?sales)\b"
)
_TRADE_FIRST = re.compile(
    r"\b(?:strategy|services?|operations|business development|products?|design|technology|engineering|it|finance"
    r"|financial"
    r"|hr|human resources|supply chain|logistics)\b[^&,/|]{0,60} ?[&,/|][^&]{0,60}$|\bpresident\b[^&]{0,60}&[^&]{0,60}$"
)
"""Another trade or post, joined to what follows by a sign or "and": "Service Strategy & Marketing"."""
_PEOPLE = re.compile(
    r"\b(?:hr|human resources|communications?|content|membership|recruit\w{2,5}|talent|creative|people|experiences?"
    r"|affiliates|pr|public relations|community|design|arts?|events?|education|learning|service|diversity|inclusion"
    r"|medical|nursing|music|choir|orchestra|film|photography|stage|casting|theat\w{2,5}|athletics?|sports?|funeral"
    r"|museum"
    r"|librar\w{1,3}|church|ministr\w{1,3}|worship|youth|volunteers?|alumni|admissions?|students?|academic|curriculum"
    r"|editorial|news|artistic)\b"
)
_BUSINESS = re.compile(
    r"\b(?:owner|entrepreneur|proprietor|operating partner|business(?! (?:development|partner|support|intelligence)))\b"
)
_COUNSEL = re.compile(r"\b(?:chief (?:\w+ & )?legal|counsel|attorney)\b")
_TOP_OF_TECHNOLOGY = re.compile(
    r"\b(?:cto|cio|ciso|cdo|cdao|cito|cdio|chief (?:\w+ (?:& )?){0,2}(?:technology|technical|technologist|information"
    r"|data"
    r"|scientist|digital|security|engineer|science|scientific|innovation|software|analytics|ai|architect))\b"
)
_TOP_OF_ALL = re.compile(r"\b(?:ceo|coo|cfo|founder|founding|president|chairman|chair|board|owner|chief executive)\b")
_BUSINESS_OFFICE = re.compile(
    r"\b(?:c[abgsl]o|partner|director|chief (?:\w+ (?:& )?){0,2}(?:executive|operat\w{3}|financial|finance"
    r"|strateg\w{1,3}|business|compliance|legal|administrative|risk|investment|commercial|accounting|development)\w*)\b"
)
_CHIEF = re.compile(r"\b(?:chief|c[a-z]{1,3}o)\b")
_TOP_OF_SELLING = re.compile(r"\b(?:cmo|chief (?:marketing|sales|commercial|brand) officer)\b")
_BOARD = re.compile(r"\bboard of directors?\b")
_AT_THE_HEAD = re.compile(r"\bdirector (?:of|,|-|&)|\bpresident\b|\bmanaging director\b")
_PLAINLY_TECHNICAL = re.compile(
    r"\b(?:technical|technolog(?:y|ies)|information (?:technology|systems)|it|iot|computer|computing|software|web)\b"
)


def find_area(plain: str, group: str) -> str:
    """Return the area of a whole title (plain words) of a coarse level: Business, Technical, Sales-Marketing, Other."""
    if group == "C-Suite":
        return _area_of_top(plain)
    if _sells(plain):
        return "Sales-Marketing"
    if group == "VP":
        return "Technical" if _TOP_OF_TECHNOLOGY.search(plain) or _CRAFT.search(plain) else "Business"
    if group == "Director":
        return _area_of_director(plain)
    if _is_technical(plain):
        return "Technical"
    return "Business" if group == "Other" and _BUSINESS.search(plain) else "Other"


def _sells(plain: str) -> bool:
    """Tell whether selling or marketing is the trade, or the first of several trades."""
    found = _SELLING.search(plain)
    return found is not None and not _TRADE_FIRST.search(plain[: found.start()])


def _is_technical(plain: str) -> bool:
    """Tell whether a craft or a trade of technology is named."""
    if _CRAFT.search(plain):
        return True
    if _UNTECHNICAL.search(plain):
        return False
    return bool(_TECHNICAL.search(plain) or _HALF_TECHNICAL.search(plain))


def _area_of_top(plain: str) -> str:
    if _TOP_OF_ALL.search(plain):
        return "Business"
    if _COUNSEL.search(plain):
        return "Other"
    if _TOP_OF_TECHNOLOGY.search(plain):
        return "Technical"
    if _TOP_OF_SELLING.search(plain):
        return "Sales-Marketing"
    # an owner or head of the firm in another language has no "chief" in the title
    return "Business" if _BUSINESS_OFFICE.search(plain) or not _CHIEF.search(plain) else "Other"


def _area_of_director(plain: str) -> str:
    if _BOARD.search(plain):
        return "Business"
    if _AT_THE_HEAD.search(plain):
        if _PEOPLE.search(plain):
            return "Other"
        return "Technical" if _PLAINLY_TECHNICAL.search(plain) else "Business"
    if _is_technical(plain):
        return "Technical"
    return "Other" if _PEOPLE.search(plain) else "Business"
