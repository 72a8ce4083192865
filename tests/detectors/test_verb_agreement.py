"""What `verb-agreement` repairs, and its look-alikes in good French."""

import pytest

from tests.detectors.sentences import repaired, reported

RULE = "verb-agreement"

WRONG = {
    "Les modèles est grands.": "Les modèles sont grands.",
    "Le capteur se tait si la lumière reçue sont inférieures à un seuil.": (
        "Le capteur se tait si la lumière reçue est inférieure à un seuil."
    ),
    "Les métadonnées contient la date.": "Les métadonnées contiennent la date.",
    "Les chaînes de format utilise la même syntaxe.": "Les chaînes de format utilisent la même syntaxe.",
    "Le serveur envoient la réponse.": "Le serveur envoie la réponse.",
    "Ces options peut être combinées.": "Ces options peuvent être combinées.",
    "La valeur de cet argument est passé à la fonction.": "La valeur de cet argument est passée à la fonction.",
    "Parfois la liste, car les données ne sont pas toujours organisés ainsi.": (
        "Parfois la liste, car les données ne sont pas toujours organisées ainsi."
    ),
    "Les contributions que vous apportez sont **très appréciée**.": (
        "Les contributions que vous apportez sont **très appréciées**."
    ),
    "Il lit des adresses qui seront considéré sûres.": "Il lit des adresses qui seront considérées sûres.",
    "C'est une nouvelle page qui est conçu pour cela.": "C'est une nouvelle page qui est conçue pour cela.",
    "Il utilise des outils qui permet de trier.": "Il utilise des outils qui permettent de trier.",
    "Elle est configuré ici.": "Elle est configurée ici.",
    "Une fois lancés, ils seront affichées à l'écran.": "Une fois lancés, ils seront affichés à l'écran.",
    "Des changements ont été fait hier.": "Des changements ont été faits hier.",
}

RIGHT = (
    "Une partie des fichiers sont perdus, la plupart sont anciens, et le reste des modèles sont là.",
    "La taille des blocs et leur nombre sont fixés, le client et le serveur sont prêts.",
    "Créer des fichiers est simple, traiter les images comme des listes peut suffire.",
    "Pour n'extraire que deux éléments est utilisée une clé.",
    "Des outils tels que la parallélisation nécessitent un compte, ainsi que la liste sont utiles.",
    "Ils se sont succédé, elles se sont permis de sortir, nous nous sommes rendu compte.",
    "On est arrivés, vous êtes certaine, il ou elle est prévenu.",
    "Les produits sont bon marché, les noms sont standard, ils sont membre du groupe.",
    "Soit inférées de la base, soit fournies par l'utilisateur, les règles suivent.",
    "Le prix des outils qui monte, l'un des fichiers qui manque, le client et le serveur qui sont prêts.",
    "La fonction de ces pages qui est décrite ici, et une page du site qui est lu partout.",
    "Quel rôle jouent les modèles ? Quelle langue parlent les clients ?",
    "Les données de la base sont lues, la liste des clés est vide, les en-têtes de la page sont longs.",
    "L'espace est utilisée ou non ; deux objets range sont égaux.",
    "La moitié des tests échouent, et une dizaine de cas restent.",
)


@pytest.mark.parametrize("before", WRONG)
def test_found_and_repaired(before: str) -> None:
    assert repaired(RULE, before, "markdown") == WRONG[before]


@pytest.mark.parametrize("text", RIGHT)
def test_left_alone(text: str) -> None:
    assert reported(RULE, text) == []
