"""Furniture of a web site that stands in the text as if it belonged to it.

A page that was copied or crawled brings its buttons, counters and notices along, each as a line of its own:
`Pas de commentaires...`, `Copier le code`, `Vous devez être connecté pour commenter.`, `Partager sur Facebook`,
`Cette page vous a-t-elle été utile ? 👍 0`; blogs in Chinese add `Insérez ici la description de l'image`, `Merci
d'indiquer la source`, `Lire l'article original`.

What can only be a button or a notice is suggested for deletion; what could be a heading of the text (`Articles
connexes`) is flagged. Left alone: the same words inside of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_LEAD = r"^[ \t\ufffc]*+(?:[>*+\-•·|][ \t]++)*+(?:\*{1,2}|__)?\[?"
_TAIL = r"\]?(?:\*{1,2}|__)?[ \t\ufffc|·•.]*+\r?$"
_NETWORKS = r"(?:facebook|twitter|x|linkedin|wechat|weibo|reddit|whatsapp|pinterest|telegram|qq|X{3,})"
_BUTTONS = (
    r"pas (?:encore )?de commentaires?(?: pour (?:le moment|l['’]instant))?[ .…!]*+",
    r"(?:aucun|0|soyez le premier à) commentaire?r?(?: pour (?:le moment|l['’]instant))?[ .…!]*+",
    r"(?:laisser|ajouter|écrire|poster|publier) un commentaire[ .…]*+",
    r"(?:veuillez|vous devez|il faut|merci de)[^\n\r\ufffc]{0,30}connect\w{1,4}[^\n\r\ufffc]{0,20}pour (?:commenter|"
    r"répondre|publier|voir|lire)[^\n\r\ufffc]{0,30}+",
    r"(?:lire|voir|afficher|charger|en savoir) (?:la suite|plus|davantage)(?:[ ]?(?:\.\.\.|…|»|→|>)| de "
    r"commentaires)[ .…]*+(?:\([^)\n]{1,30}\))?",
    r"lire la suite[ .…]*+(?:\([^)\n]{1,30}\))?",
    r"(?:poster|publier) une réponse[^\n\r\ufffc]{0,60}+",
    r"temps de lecture(?: estimé)?[ \u00a0]?: ?(?:environ )?(?:%d|\d+) ?(?:minutes?|min)[^\n\r]{0,10}+",
    r"\d+ min(?:utes?)? de lecture",
    r"(?:cette page|ce(?:t article| contenu)|cela|ceci) vous a-t-(?:elle|il) (?:été utile|aidée?)[^\n\r\ufffc]{0,30}+",
    r"(?:cet article|cette page|cela) (?:a-t-il|a-t-elle) été utile[^\n\r\ufffc]{0,30}+",
    rf"partage(?:r|z)(?: cet article| cette page)? sur {_NETWORKS}(?:[ ,/|]+(?:et |ou )?{_NETWORKS}){{0,6}}",
    rf"suivez-nous(?: sur| :)[^\n\r]{{0,60}}+|suivre sur {_NETWORKS}",
    r"cliquez (?:ici )?pour (?:développer|réduire|afficher la suite|en savoir plus|agrandir(?: l['’]image)?|"
    r"copier)[ .…]*+",
    r"(?:vues|j['’]aime|lectures|likes|commentaires|favoris|partages|abonnés)[ \u00a0]?: ?\d[\d.,k ]*+",
    r"(?:j['’]aime|commentaires?|favoris|partager|collecter|répondre)[ \u00a0]?\(\d+\)",
    r"(?:nombre de (?:lectures|vues)|lu|vu)[ \u00a0]?:? \d[\d.,k ]*+ ?(?:fois)?",
    r"(?:poster une réponse|signaler|répondre|partager|imprimer|citer|modifier|favoris|commenter|aimer|collecter|"
    r"suivre)"
    r"(?: ?[|·•/] ?(?:poster une réponse|signaler|répondre|partager|imprimer|citer|modifier|favoris|commenter|"
    r"aimer|collecter|suivre)){1,6}",
    r"copier(?: le (?:code|lien|texte|contenu)| la (?:page|commande)| dans le presse-papiers?| l['’]extrait)[ !]*+|"
    r"copié[ ]?!",
    r"(?:modifier|éditer)(?: sur github| cette page)(?: sur github)?",
    r"(?:retour|revenir|retourner) (?:en haut|à la page d['’]accueil|à l['’]accueil|à la liste|au sommet|au "
    r"blog)(?: de (?:la )?page)?",
    r"(?:aller|passer|accéder|sauter)(?: directement)? au contenu(?: principal)?",
    r"(?:article|billet|page|chapitre) (?:précédente?|suivante?)[ \u00a0]?:?|(?:← ?)?précédent ?[|/·] ?suivant(?: ?→)?",
    r"(?:tout accepter|accepter (?:tous les |les )?cookies|tout refuser|gérer les cookies|paramètres des "
    r"cookies)(?: ?[|·] ?[^\n\r]{0,40})?",
    r"(?:nous utilisons|ce site utilise) des cookies[^\n\r]{0,200}+",
    r"(?:abonnez-vous|inscrivez-vous) à (?:notre|la) (?:newsletter|lettre d['’]information|chaîne)[^\n\r]{0,60}+",
    r"(?:connexion|se connecter) ?[/|·] ?(?:inscription|s['’]inscrire)|(?:inscription|s['’]inscrire) ?[/|·] "
    r"?(?:connexion|se connecter)",
    r"(?:veuillez )?(?:insére[rz]|saisir|saisissez|entrez|ajoute[rz]) (?:ici )?(?:une |la )?description (?:de "
    r"l['’]|d['’]une )image(?: ici)?",
    r"description de l['’]image(?: ici)?|insérez la description de l['’]image ici",
    r"(?:l['’]image du lien externe|le transfert de l['’]image|échec (?:du|de) (?:transfert|transférer|"
    r"vidage)[^\n\r]{0,40}image)[^\n\r]{0,200}+",
    r"(?:lire|voir|consulter) (?:le texte|l['’]article|la page) (?:d['’])?original(?:e)?|(?:afficher|voir) "
    r"l['’]original",
    r"scannez (?:le )?(?:code )?qr[^\n\r]{0,60}+",
    r"suivez (?:notre|le) compte (?:officiel|public)[^\n\r]{0,80}+",
    r"votre navigateur ne prend pas en charge (?:la balise|les?|l['’]élément)[^\n\r]{0,60}+",
    r"(?:veuillez )?active[rz] javascript[^\n\r]{0,80}+",
    r"section intitulée [«\"“][^\n\r]{1,120}",
    r"(?:propulsé|fourni|motorisé|alimenté) par (?:gitbook|wordpress|discourse|hexo|hugo|ghost|blogger|mintlify|"
    r"docusaurus|disqus)[^\n\r]{0,40}+",
    r"(?:chargement|chargement en cours) ?(?:\.\.\.|…)",
    r"publicité|annonce publicitaire|contenu sponsorisé|\[object Object\]|undefined|NaN",
    r"(?:insigne|badge) (?:de |d['’])(?:construction|compilation|build|version|licence|couverture|état|statut)",
    r"pic\.twitter\.com/\w+",
    r"(?:dernière (?:modification|mise à jour)|publié|posté|mis à jour)(?: par [^\n\r]{1,30}?)?(?: le| :)? (?:le "
    r")?(?:il y a \d+ (?:jours?|mois|ans?|heures?|minutes?|semaines?))",
)
_NOTICES = (
    r"©[^\n\r]{0,12}(?:déclaration|copyright|droits? d['’]auteur|tous droits)[^\n\r]{0,60}+",
    r"(?:avis|déclaration) (?:de|sur les?|relati(?:f|ve) aux?) (?:droits? d['’]auteur|copyright)[^\n\r]{0,80}+",
    r"(?:article|texte|contenu) (?:sous )?copyright [^\n\r]{0,120}+|[^\n\r]{0,90}prière de ne pas "
    r"reproduire[^\n\r]{0,60}+",
    r"[^\n\r]{0,60}\btous droits réservés\b[^\n\r]{0,40}+",
    r"[^\n\r]{0,60}(?:veuillez|merci d['’]|prière d['’])(?: ?indiquer| ?citer| ?mentionner) (?:la source|"
    r"l['’]auteur)[^\n\r]{0,80}+",
    r"(?:toute )?(?:réimpression|reproduction|réédition) (?:interdite|non autorisée)[^\n\r]{0,80}+",
    r"cet article est (?:un (?:article|contenu) original|l['’]article original)[^\n\r]{0,160}+",
    r"articles? (?:connexes?|similaires?|liés|associés|recommandés|populaires)|lectures? (?:complémentaires? "
    r")?recommandées?",
    r"(?:recommandations?|lectures?) (?:connexes?|associées?)|vous (?:aimerez|pourriez|pouvez) (?:peut-être "
    r")?(?:aussi|également)(?: aimer| être intéress)[^\n\r]{0,40}+|vous aimerez aussi",
    r"ce document a été traduc?ido[^\n\r]{0,120}+|ce (?:document|contenu) a été traduit (?:du chinois )?(?:par|à "
    r"l['’]aide)[^\n\r]{0,160}+",
    r"(?:cette page|cet article) a été traduite? automatiquement[^\n\r]{0,80}+",
    r"traduction automatique(?: par \w+| fournie par[^\n\r]{0,30})?",
    r"partage(?:r|z)(?: cet article)?(?: :| ?$)|explorer davantage",
)
_TYPICAL = (
    *"""abonn accueil accéder annonce badge billet chargement citer cliquez collecter comment connect connexion contenu
    cookie copi copyright description droits davantage éditer explorer favoris fourni imprimer insigne intitulée
    javascript lecture like modifi motorisé navigateur object onglet original partag pic.twitter poster précédent
    propulsé publi recommand reproduction réimpression répon retour revenir scannez signaler similaire sponsor suiv
    traduc traduit undefined utile article lire image""".split(),
    *("j'aime", "j’aime", "vues", "lu ", "vu ", "nan", "il y a", "©", "en savoir", "vous aimerez", "qr"),
)
"""One of these stands in each of them: without any, the long patterns need not even be made."""
_BUTTON = pattern(f"{_LEAD}((?:{'|'.join(_BUTTONS)})){_TAIL}", regex.IGNORECASE | regex.MULTILINE)
_NOTICE = pattern(
    f"^[ \\t#>*\\-\\ufffc]*+((?:{'|'.join(_NOTICES)}))[ \\t\\ufffc]*+\\r?$", regex.IGNORECASE | regex.MULTILINE
)
_TAB = pattern(
    r"[ \u00a0]?\((?:s['’])?ouvre (?:dans )?un nouvel onglet\)|[ \u00a0]?\(s['’]ouvre dans une nouvelle fenêtre\)"
)
_ALT = pattern(
    r"(?<=!\[)(?:entre[rz]|insére[rz]|saisi(?:r|ssez)|ajoute[rz]|mettez) (?:ici )?(?:une |la )?description de "
    r"l['’]image(?: ici)?(?=\])",
    regex.IGNORECASE,
)
_SHARED = pattern(
    rf"(?<=[.!?…] )partagez cet article sur {_NETWORKS}[ .!]*+(?=\r?$)", regex.IGNORECASE | regex.MULTILINE
)


@rule(
    "site-furniture", Category.PLACEHOLDER, Stage.SENTENCE, "buttons, counters and notices of a web site", Trust.SUGGEST
)
def site_furniture(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    lower = prose.lower()
    if not any(word in lower for word in _TYPICAL):
        return
    for match in _BUTTON.finditer(prose):
        yield from _deleted(document, match)
    for match in _NOTICE.finditer(prose):
        yield Finding(Span(*match.span(1)), _message(match[1]), confidence=0.9)
    for shape in (_TAB, _SHARED, _ALT):
        for match in shape.finditer(prose):
            yield from repair(document, *match.span(), "", _message(match.group()), Trust.SUGGEST, 0.9)


def _deleted(document: Document, match: regex.Match[str]) -> Iterator[Finding]:
    found = list(repair(document, *match.span(1), "", _message(match[1]), Trust.SUGGEST, 0.9))
    yield from found or [Finding(Span(*match.span(1)), _message(match[1]), confidence=0.9)]


def _message(text: str) -> str:
    return f"“{text.strip()[:60]}” belongs to the site, not to the text"
