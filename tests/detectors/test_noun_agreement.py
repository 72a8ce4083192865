"""What `noun-agreement` repairs, and its look-alikes in good French."""

import pytest

from tests.detectors.sentences import repaired, reported

RULE = "noun-agreement"

WRONG = {
    "Le script lit plusieurs fichier du dossier.": "Le script lit plusieurs fichiers du dossier.",
    "Savoir quand utiliser un carnets vous aidera.": "Savoir quand utiliser un carnet vous aidera.",
    "Les réseau sont lents.": "Les réseaux sont lents.",
    "La taille de l'utilisateurs compte.": "La taille de l'utilisateur compte.",
    "Chaque canaux a son signal.": "Chaque canal a son signal.",
    "Pour les modèle de langage, il faut du temps.": "Pour les modèles de langage, il faut du temps.",
    "Plusieurs versions de cette algorithme existent.": "Plusieurs versions de cet algorithme existent.",
    "Elle affiche certains recommandations.": "Elle affiche certaines recommandations.",
    "Il faut installer un nouvelle version du paquet.": "Il faut installer une nouvelle version du paquet.",
    "Il résume les dernières exécution du programme.": "Il résume les dernières exécutions du programme.",
    "Avec n'importe quel autre approche, cela échoue.": "Avec n'importe quelle autre approche, cela échoue.",
    "Frais\n\n- Petit surcharge\n- Première déséquilibre": "Frais\n\n- Petite surcharge\n- Premier déséquilibre",
    "Le programme affiche une erreur fatal.": "Le programme affiche une erreur fatale.",
    "Lancez les tests unitaire du projet.": "Lancez les tests unitaires du projet.",
    "Tous les modèles proposées répondent au problème.": "Tous les modèles proposés répondent au problème.",
    "Il partage les données au sein de votre équipe entier.": "Il partage les données au sein de votre équipe entière.",
}

RIGHT = (
    "Il aide les chercheurs aux tout premiers stades et les tout nouveaux venus.",
    "Le système calcule les vecteurs, puis il les modèle et les classe par ordre.",
    "Le même nombre de voix aux premier et second tours, et les parties gauche et droite.",
    "Ouvrez des pull requests, et lisez les string templates de la page.",
    "Lisez les fichiers texte, les nœuds enfant et les pages web des tests standard.",
    "Une fois connecté, cliquez ; à chaque fois différents, les messages passent.",
    "La taille du fichier encodée en binaire est envoyée, et la version du protocole utilisée aussi.",
    "Le code dans les fichiers créé hier et le calcul haute performance du serveur.",
    "Une inspection et une journalisation transparentes des agents sont utiles.",
    "Combiner les deux donne une image plus robuste.",
    "L'un des fichiers ouvert par erreur reste là, et celle des données utilisée ici aussi.",
    "Les secondes intercalaires, les quatre premiers mois, trois autres cas, un temps fou, les gens pressés.",
    "Il l'a appliquée hier ; elle les avait écrites avant.",
    "Le complément à deux est un nombre, et certaines sont négatives.",
    "La fonction objectif, la page principale et les caractéristiques techniques du mode sombre.",
    "Le premier montre que le second analyse mal la situation.",
    "Le site a une licence grand public et des couleurs marron.",
)


@pytest.mark.parametrize("before", WRONG)
def test_found_and_repaired(before: str) -> None:
    assert repaired(RULE, before) == WRONG[before]


@pytest.mark.parametrize("text", RIGHT)
def test_left_alone(text: str) -> None:
    assert reported(RULE, text) == []


def test_not_in_code() -> None:
    assert reported(RULE, "Lisez `les fichier` ici.", "markdown") == []
