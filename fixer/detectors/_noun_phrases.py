"""The nouns that a name or a code word qualifies in texts about software.

QUALIFIED: *le champ `x`, la licence MIT*. NEVER_APPOSED: of those, the ones that stand behind no other noun without a
preposition (`le PDF image` is French, `le Docker noyau` is not). COMPOUND: a pattern of compounds that move as one.
"""

from __future__ import annotations

_PARTS_OF_PROGRAMS = (
    "champ étiquette balise bouton menu commande fonction méthode classe paramètre option onglet variable bibliothèque "
    "clé jeton attribut propriété argument drapeau instruction mot-clé opérateur constante objet tableau structure "
    "interface événement gestionnaire constructeur exception erreur module paquet package namespace espace décorateur "
    "pointeur valeur contrôle indicateur opération cmdlet collection registre délégué itérateur composant hook "
    "directive widget élément sélecteur schéma requête réponse en-tête endpoint route bloc macro "
    "énumération callback annotation assembly applet utilitaire"
)
_PLACES = (
    "fichier dossier répertoire dépôt branche page section fenêtre panneau boîte zone vue écran liste colonne "
    "ligne table "
    "base conteneur image nœud noeud serveur service client hôte port cluster volume instance machine réseau "
    "plateforme "
    "environnement terminal console case url adresse chemin lien site portail volet panneau rôle ressource domaine "
    "abonnement stratégie"
)
_WORKS = (
    "licence modèle version format protocole extension plugin bibliothèque framework api sdk noyau pilote moteur "
    "compilateur interpréteur navigateur éditeur application outil script projet équipe communauté documentation "
    "tutoriel certificat compte abonnement type bouclier carte puce processeur architecture algorithme jeu tâche "
    "pipeline flux agent assistant connecteur intégration configuration commit installation déploiement fichiers "
    "fournisseur comportement bucket guide index résultat entrée génération tarification"
)
QUALIFIED = frozenset(f"{_PARTS_OF_PROGRAMS} {_PLACES} {_WORKS}".split())
NEVER_APPOSED = frozenset(
    "licence champ étiquette balise bouton commande fonction méthode classe paramètre onglet variable bibliothèque clé "
    "jeton attribut propriété argument instruction fichier dossier répertoire dépôt branche fenêtre boîte "
    "conteneur nœud "
    "noeud noyau pilote moteur compilateur bibliothèque plateforme api sdk framework extension plugin requête "
    "protocole "
    "algorithme modèle documentation cluster certificat jeu configuration communauté environnement intégration image "
    "éditeur navigateur application fournisseur comportement bucket".split()
)
OF_INTERFACES = frozenset(
    "menu bouton onglet méthode commande champ propriété fonction option instruction étiquette".split()
)
"""What is named in bold or in quotation marks and is no apposition of a noun in bold: *le menu **Fichier***."""
GENDERS = {"api": "f", "url": "f"} | dict.fromkeys(
    "bucket sdk cluster hook endpoint framework plugin pipeline package namespace widget commit callback "
    "assembly".split(),
    "m",
)
"""Of words that the dictionary does not have."""
COMPOUND = (
    r"bo[iî]tes? de dialogue|cases? à cocher|listes? déroulantes?|menus? (?:contextuels?|déroulants?)|zones? (?:de "
    r"texte|d['’]édition|de liste|de recherche)|bases? de données|clés? d['’]API|"
    r"fichiers? de configuration|variables? d['’]environnement|espaces? de noms|champs? de texte|lignes? de commande|"
    r"applets? de commande|espaces? de travail|pages? web|messages? d['’]erreur|points? de terminaison|jeux? de "
    r"données|"
    r"chaînes? de connexion|modèles? de langage|barres? d['’]outils"
)
