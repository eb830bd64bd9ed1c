import { boot } from 'browser/boot';

/**
 * Service. The words of the page around the package's components, in the user's language. They
 * stand in for Salesforce's own and are no custom labels of the package.
 */
const WORDS = {
    skip: ['Skip to main content', 'Zum Hauptinhalt', 'Saltar al contenido', 'Aller au contenu'],
    user: [
        'Signed in as {0}. Change user',
        'Angemeldet als {0}. Benutzer wechseln',
        'Sesión de {0}. Cambiar de usuario',
        'Connecté en tant que {0}. Changer d’utilisateur'
    ],
    changing: [
        'Changing the user …',
        'Benutzer wird gewechselt …',
        'Cambiando de usuario…',
        'Changement d’utilisateur…'
    ],
    changeFailed: [
        'The user was not changed. {0}',
        'Der Benutzer wurde nicht gewechselt. {0}',
        'No se cambió de usuario. {0}',
        'L’utilisateur n’a pas été changé. {0}'
    ],
    agent: ['Agent', 'Agent', 'Agente', 'Agent'],
    restrictedAgent: [
        'Agent with restricted numbers',
        'Agent mit eingeschränkten Nummern',
        'Agente con números restringidos',
        'Agent aux numéros restreints'
    ],
    supervisor: ['Supervisor', 'Teamleitung', 'Supervisor', 'Superviseur'],
    admin: ['Administrator', 'Administrator', 'Administrador', 'Administrateur'],
    noAgent: [
        'Without the permission set of agents',
        'Ohne den Berechtigungssatz für Agenten',
        'Sin el conjunto de permisos de agentes',
        'Sans l’ensemble d’autorisations des agents'
    ],
    localOrg: [
        'Local org: sample data, nothing leaves this machine',
        'Lokale Organisation: Beispieldaten, nichts verlässt diesen Rechner',
        'Organización local: datos de ejemplo, nada sale de este equipo',
        'Organisation locale : données d’exemple, rien ne quitte cette machine'
    ],
    app: ['App', 'App', 'Aplicación', 'Application'],
    home: ['Home', 'Startseite', 'Inicio', 'Accueil'],
    welcome: ['Welcome, {0}', 'Willkommen, {0}', 'Hola, {0}', 'Bonjour, {0}'],
    profile: ['Profile: {0}', 'Profil: {0}', 'Perfil: {0}', 'Profil : {0}'],
    whereTo: [
        'Open a list, or use the utility bar at the foot of the page.',
        'Öffnen Sie eine Liste, oder nutzen Sie die Werkzeugleiste am Fuß der Seite.',
        'Abra una lista o use la barra de utilidades al pie de la página.',
        'Ouvrez une liste ou utilisez la barre d’utilitaires en bas de la page.'
    ],
    loading: ['Loading …', 'Wird geladen …', 'Cargando…', 'Chargement…'],
    count: [
        '{0} of {1} shown, by name',
        '{0} von {1} angezeigt, nach Name',
        '{0} de {1}, por nombre',
        '{0} sur {1}, par nom'
    ],
    none: [
        'There are no records that you may see.',
        'Es gibt keine Datensätze, die Sie sehen dürfen.',
        'No hay registros que pueda ver.',
        'Il n’y a aucun enregistrement que vous puissiez voir.'
    ],
    more: ['Load more', 'Mehr laden', 'Cargar más', 'Charger plus'],
    moreTabs: ['More', 'Mehr', 'Más', 'Plus'],
    details: ['Details', 'Details', 'Detalles', 'Détails'],
    related: ['Related', 'Zugehörig', 'Relacionado', 'Associé'],
    notImitated: [
        'Salesforce shows {0} here. The local page does not imitate it.',
        'Salesforce zeigt hier {0}. Die lokale Seite ahmt das nicht nach.',
        'Salesforce muestra aquí {0}. La página local no lo imita.',
        'Salesforce affiche ici {0}. La page locale ne l’imite pas.'
    ],
    yes: ['Yes', 'Ja', 'Sí', 'Oui'],
    no: ['No', 'Nein', 'No', 'Non'],
    utilityBar: ['Utility bar', 'Werkzeugleiste', 'Barra de utilidades', 'Barre d’utilitaires'],
    minimize: ['Minimize {0}', '{0} minimieren', 'Minimizar {0}', 'Réduire {0}'],
    notFound: [
        'There is no such page',
        'Diese Seite gibt es nicht',
        'Esta página no existe',
        'Cette page n’existe pas'
    ],
    notFoundText: [
        'Nothing is found at {0}. Open one of the tabs above.',
        'Unter {0} ist nichts zu finden. Öffnen Sie einen der Reiter oben.',
        'No hay nada en {0}. Abra una de las pestañas de arriba.',
        'Rien ne se trouve à {0}. Ouvrez un des onglets ci-dessus.'
    ],
    noAccess: [
        'You may not see this',
        'Das dürfen Sie nicht sehen',
        'No puede ver esto',
        'Vous ne pouvez pas voir ceci'
    ],
    noAccessText: [
        'It does not exist, or your administrator has not given you access to it.',
        'Es existiert nicht, oder Sie haben von der Administration keinen Zugriff darauf bekommen.',
        'No existe o su administrador no le ha dado acceso.',
        'Cela n’existe pas, ou votre administrateur ne vous y a pas donné accès.'
    ],
    failed: [
        'This could not be loaded',
        'Das konnte nicht geladen werden',
        'No se pudo cargar',
        'Le chargement a échoué'
    ],
    retry: ['Try again', 'Erneut versuchen', 'Reintentar', 'Réessayer'],
    sessionOver: [
        'Your session has ended. Load the page again.',
        'Ihre Sitzung ist beendet. Laden Sie die Seite neu.',
        'Su sesión ha terminado. Vuelva a cargar la página.',
        'Votre session est terminée. Rechargez la page.'
    ],
    reload: ['Load again', 'Neu laden', 'Volver a cargar', 'Recharger'],
    notifications: ['Notifications', 'Benachrichtigungen', 'Notificaciones', 'Notifications'],
    close: ['Close', 'Schließen', 'Cerrar', 'Fermer'],
    phone: ['Phone', 'Telefon', 'Teléfono', 'Téléphone'],
    voiceConnector: [
        'Telephone system',
        'Telefonanlage',
        'Sistema telefónico',
        'Système téléphonique'
    ],
    voiceConnecting: [
        'The telephone is being connected …',
        'Das Telefon wird verbunden …',
        'Conectando el teléfono…',
        'Connexion du téléphone…'
    ],
    voiceSignIn: [
        'Sign in to the telephone below.',
        'Melden Sie sich unten am Telefon an.',
        'Inicie sesión en el teléfono más abajo.',
        'Connectez-vous au téléphone ci-dessous.'
    ],
    voiceNumber: ['Phone number', 'Telefonnummer', 'Número de teléfono', 'Numéro de téléphone'],
    voiceCall: ['Call', 'Anrufen', 'Llamar', 'Appeler'],
    voiceCalls: ['Calls', 'Anrufe', 'Llamadas', 'Appels'],
    voiceDialling: ['Calling {0} …', '{0} wird angerufen …', 'Llamando a {0}…', 'Appel de {0}…'],
    voiceRinging: ['Ringing', 'Es klingelt', 'Sonando', 'Sonnerie'],
    voiceConnected: ['Connected', 'Verbunden', 'Conectada', 'Connecté'],
    voiceJoined: [
        'Joined the call',
        'Am Gespräch beteiligt',
        'Se unió a la llamada',
        'A rejoint l’appel'
    ],
    voiceEnd: ['End', 'Beenden', 'Finalizar', 'Terminer'],
    voiceEndOf: [
        'End the call with {0}',
        'Anruf mit {0} beenden',
        'Finalizar la llamada con {0}',
        'Terminer l’appel avec {0}'
    ],
    voiceEnding: [
        'Ending the call with {0} …',
        'Anruf mit {0} wird beendet …',
        'Finalizando la llamada con {0}…',
        'Fin de l’appel avec {0}…'
    ],
    voiceEnded: [
        'The call with {0} has ended.',
        'Der Anruf mit {0} ist beendet.',
        'La llamada con {0} ha terminado.',
        'L’appel avec {0} est terminé.'
    ],
    voiceFailed: [
        'The call with {0} broke off.',
        'Der Anruf mit {0} ist abgebrochen.',
        'La llamada con {0} se cortó.',
        'L’appel avec {0} a été interrompu.'
    ],
    voiceOtherNumber: ['Another number', 'Weitere Nummer', 'Otro número', 'Autre numéro'],
    voiceAdd: [
        'Add to the call',
        'Zum Anruf hinzufügen',
        'Añadir a la llamada',
        'Ajouter à l’appel'
    ],
    voiceAdding: ['Adding {0} …', '{0} wird hinzugefügt …', 'Añadiendo {0}…', 'Ajout de {0}…'],
    voiceTransfer: ['Transfer', 'Weiterleiten', 'Transferir', 'Transférer'],
    voiceCannotStart: [
        'The call could not be started.',
        'Der Anruf konnte nicht begonnen werden.',
        'No se pudo iniciar la llamada.',
        'L’appel n’a pas pu être lancé.'
    ],
    voiceCannotEnd: [
        'The call could not be ended.',
        'Der Anruf konnte nicht beendet werden.',
        'No se pudo finalizar la llamada.',
        'L’appel n’a pas pu être terminé.'
    ],
    voiceCannotAdd: [
        'Nobody could be added to the call.',
        'Es konnte niemand hinzugefügt werden.',
        'No se pudo añadir a nadie a la llamada.',
        'Personne n’a pu être ajouté à l’appel.'
    ],
    voiceInvalidNumber: [
        'This number cannot be called.',
        'Diese Nummer kann nicht angerufen werden.',
        'No se puede llamar a este número.',
        'Ce numéro ne peut pas être appelé.'
    ],
    voiceCannotSignIn: [
        'The telephone could not sign you in.',
        'Das Telefon konnte Sie nicht anmelden.',
        'El teléfono no pudo iniciar su sesión.',
        'Le téléphone n’a pas pu vous connecter.'
    ],
    voiceNoAnswer: [
        'The telephone system does not answer. Load the page again; if that does not help, tell your administrator.',
        'Die Telefonanlage antwortet nicht. Laden Sie die Seite neu; wenn das nicht hilft, wenden Sie sich an die Administration.',
        'El sistema telefónico no responde. Vuelva a cargar la página; si no ayuda, avise a su administrador.',
        'Le système téléphonique ne répond pas. Rechargez la page ; si cela n’aide pas, prévenez votre administrateur.'
    ],
    voiceProblem: [
        'The telephone reports a problem: {0}',
        'Das Telefon meldet ein Problem: {0}',
        'El teléfono informa de un problema: {0}',
        'Le téléphone signale un problème : {0}'
    ]
} as const;

const LANGUAGES = ['en', 'de', 'es', 'fr'];

export type Word = keyof typeof WORDS;

const language = Math.max(0, LANGUAGES.indexOf(String(boot.i18n?.lang ?? 'en').slice(0, 2)));

export function word(name: Word, ...parts: readonly unknown[]): string {
    return WORDS[name][language]!.replace(/\{(\d)\}/g, (_all, at) => String(parts[Number(at)]));
}
