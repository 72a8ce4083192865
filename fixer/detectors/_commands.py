"""The words of a command line as engines render them: which programs there are, and their subcommands in French.

An engine translates `sudo systemctl enable nginx` word by word (`activer`), or as a noun phrase with the program last
(`npm install` -> `installation npm`). The tables give the word of the program; those of one program stand first.
"""

from __future__ import annotations

PROGRAMS = (
    "pip3? pipx npm npx yarn pnpm brew apt apt-get apt-cache dnf yum pacman zypper apk snap flatpak choco winget conda "
    "mamba poetry uv bun deno cargo rustup composer gem bundle go gradle mvn make git gh docker docker-compose podman "
    "kubectl helm minikube terraform ansible vagrant systemctl service journalctl flask django-admin rails artisan "
    "dotnet ollama huggingface-cli ng vue vercel netlify firebase heroku wrangler gcloud aws az hugo jekyll ufw vite "
    "code nvm pyenv a2enmod a2ensite"
).split()

_SUBCOMMANDS = {
    "install": "installer installez installe installation",
    "uninstall": "désinstaller désinstallez",
    "update": "mettre_à_jour mettez_à_jour mise_à_jour actualiser",
    "upgrade": "mettre_à_niveau mise_à_niveau",
    "remove": "supprimer supprimez retirer enlever",
    "search": "rechercher chercher",
    "add": "ajouter ajoutez",
    "clean": "nettoyer nettoyage",
    "cache clean": "nettoyage_du_cache",
    "run": "exécuter exécutez courir lancer course exécution",
    "build": "construire construisez bâtir construction",
    "test": "tester",
    "start": "démarrer démarrez commencer début démarrage",
    "stop": "arrêter arrêtez arrêt",
    "restart": "redémarrer redémarrage",
    "reload": "recharger",
    "enable": "activer activez",
    "disable": "désactiver",
    "status": "statut état",
    "publish": "publier",
    "init": "initialiser initialisation",
    "list": "lister liste",
    "create": "créer créez",
    "new": "nouveau nouvelle",
    "clone": "cloner clonez clonage cloné",
    "push": "pousser poussez",
    "pull": "tirer tirez traction",
    "commit": "valider validez commettre engager validation",
    "merge": "fusionner",
    "rebase": "rebaser rebasage",
    "fetch": "récupérer",
    "checkout": "paiement caisse extraire vérifier",
    "branch": "branche",
    "log": "journal",
    "logs": "journaux",
    "reset": "réinitialiser",
    "stash": "remiser cachette planque",
    "tag": "étiquette balise étiqueter baliser",
    "diff": "différence",
    "config": "configurer configuration",
    "bisect": "bissecter bissection",
    "restore": "restaurer",
    "revert": "revenir",
    "remote": "distant télécommande",
    "switch": "basculer",
    "get": "obtenir obtenez",
    "apply": "appliquer appliquez",
    "describe": "décrire",
    "expose": "exposer",
    "compose": "composer composez",
    "deploy": "déployer déployez",
    "serve": "servir",
    "login": "connexion",
    "plan": "planifier",
    "destroy": "détruire",
    "require": "exiger",
    "allow": "autoriser permettre",
    "download": "télécharger",
    "show": "montrer",
    "help": "aide",
}
_OF_ONE_PROGRAM = {
    "kubectl": {
        "exécuter": "exec",
        "exécutez": "exec",
        "supprimer": "delete",
        "connexion": "login",
        "échelle": "scale",
    },
    "docker": {"supprimer": "rm", "valider": "commit"},
    "git": {"supprimer": "rm", "installer": "init"},
    "conda": {"activer": "activate", "activez": "activate", "désactiver": "deactivate"},
    "pip": {"supprimer": "uninstall", "retirer": "uninstall"},
}
FRENCH = {french.replace("_", " "): english for english, several in _SUBCOMMANDS.items() for french in several.split()}
"""A subcommand in French -> what most programs call it."""


def subcommand(program: str, french: str) -> str:
    """What the program calls the French word `french`, one of FRENCH. Raises KeyError for another."""
    family = {"pip3": "pip", "podman": "docker", "mamba": "conda", "docker-compose": "docker"}.get(program, program)
    return _OF_ONE_PROGRAM.get(family, {}).get(french) or FRENCH[french]
