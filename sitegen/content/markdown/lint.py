"""Link texts that do not say where the link leads (WCAG 2.4.4), in the languages of the sites."""

_TEXTS = frozenset(
    text
    for line in (
        # bokmål and nynorsk
        "her|klikk her|trykk her|les her|se her|sjå her|les mer|les meir|mer|meir|se mer|sjå meir",
        "mer informasjon|meir informasjon|mer info|meir info|lenke|lenkje|link|denne lenken|denne lenka",
        "denne siden|denne sida|finn ut mer",
        # svenska
        "här|klicka här|tryck här|läs här|se här|läs mer|mer|se mer|mer information|länk|denna länk",
        "den här länken|den här sidan|denna sida",
        # dansk
        "her|klik her|tryk her|læs her|læs mere|mere|se mere|mere information|mere info|dette link",
        "linket|denne side",
        # English
        "here|click here|press here|read here|see here|read more|more|see more|learn more|find out more",
        "more information|more info|link|this link|this page",
        # suomi, davvisámegiella
        "täällä|tästä|täältä|klikkaa tästä|lue lisää|lisää|linkki|dás|loga eanet",
    )
    for text in line.split("|")
)


def says_nothing(text: str) -> bool:
    """Whether a link's words are empty of meaning, whatever their case and the signs around them."""
    words = " ".join(text.casefold().split())
    while words and not words[0].isalnum():
        words = words[1:]
    while words and not words[-1].isalnum():
        words = words[:-1]
    return words in _TEXTS or not words
