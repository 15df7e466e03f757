import type { LabelPack } from './LabelPack.ts'
import { languageOf } from './languageOf.ts'

const { plural, number, percent, size, anyOf, date } = languageOf<'one'>('de')

/** Every word of every component in German. */
export const germanLabels: LabelPack = {
  errors: {
    'file-empty': 'Diese Datei ist leer.',
    'file-too-large': 'Diese Datei ist zu groß.',
    'unsupported-type': 'Diese Art von Datei wird nicht unterstützt.',
    'too-many-files': 'Zu viele Dateien.',
    'too-many-pixels': 'Dieses Bild hat zu viele Pixel.',
    'too-many-frames': 'Diese Animation ist zu lang.',
    'invalid-file': 'Diese Datei ist beschädigt oder kein Bild.',
    duplicate: 'Dieses Bild ist schon da.',
    'rejected-by-app': 'Diese Datei wurde nicht angenommen.',
    'unreadable-file':
      'Diese Datei lässt sich nicht mehr lesen. Bitte noch einmal auswählen.',
    offline: 'Keine Verbindung. Es geht weiter, sobald sie wieder da ist.',
    network: 'Die Verbindung ist abgebrochen.',
    timeout: 'Das hat zu lange gedauert.',
    aborted: 'Abgebrochen.',
    'outcome-unknown': 'Es ist nicht bekannt, ob dieses Bild angekommen ist.',
    unauthorized: 'Bitte anmelden.',
    forbidden: 'Das ist nicht erlaubt.',
    'not-found': 'Dieses Bild gibt es nicht mehr.',
    'endpoint-not-found': 'Der Bilderdienst wurde nicht gefunden.',
    conflict: 'Jemand anderes hat das inzwischen geändert.',
    'invalid-request': 'Der Bilderdienst hat die Anfrage nicht verstanden.',
    'metadata-too-large': 'Die Beschreibung ist zu lang.',
    'rate-limited': 'Zu viele Anfragen. Bitte kurz warten.',
    'server-error': 'Der Bilderdienst hat ein Problem.',
    'bad-response': 'Der Bilderdienst hat unerwartet geantwortet.',
    'upload-url-expired':
      'Bis zum Hochladen ist zu viel Zeit vergangen. Bitte noch einmal versuchen.',
    'upload-url-used': 'Dieser Vorgang wurde schon verwendet.',
    'upload-host-unavailable': 'Der Dienst zum Hochladen ist nicht erreichbar.',
    'image-refused': 'Dieses Bild wurde abgelehnt.',
    'id-mismatch': 'Die Antwort gehört zu einem anderen Bild.',
    'invalid-id': 'Das ist keine gültige Kennung eines Bildes.',
    'invalid-options': 'Diese Bildeinstellungen sind ungültig.',
    'unknown-variant': 'Diese Größe des Bildes gibt es nicht.',
    'flexible-variants-disabled': 'Freie Größen sind für dieses Konto ausgeschaltet.',
    'private-image': 'Dieses Bild ist privat.',
    'custom-id-cannot-be-private': 'Ein Bild mit eigener Kennung kann nicht privat sein.',
    'signature-invalid': 'Der Link zu diesem Bild ist ungültig.',
    'signature-expired': 'Der Link zu diesem Bild ist abgelaufen.',
    'no-delivery': 'Die Auslieferung der Bilder ist nicht eingerichtet.',
    'no-provider': 'Bilder sind nicht eingerichtet.',
    'not-supported': 'Das wird hier nicht unterstützt.',
    'quota-exceeded': 'Es ist kein Platz mehr.',
  },
  uploader: {
    uploader: 'Bilder hochladen',
    choose: ({ multiple }) => (multiple ? 'Bilder auswählen' : 'Bild auswählen'),
    camera: 'Foto aufnehmen',
    drop: () => 'oder hierher ziehen',
    dropHere: 'Zum Hochladen loslassen',
    dropRefused: 'Das kann hier nicht hochgeladen werden',
    hint: ({ formats, maxSize }) => `${anyOf(formats)}, je bis ${maxSize}`,
    input: 'Bilddateien',
    list: 'Dateien',
    stored: 'Bild',
    size,
    shrunk: (before, after) => `${size(before)} → ${size(after)}`,
    keepsLocation: 'Es verrät vielleicht noch, wo es aufgenommen wurde.',
    viaFallback:
      'Auf anderem Weg gesendet: Der Dienst zum Hochladen ist nicht erreichbar.',
    dimensions: (width, height) => `${width} × ${height}`,
    percent,
    status: {
      rejected: 'Nicht angenommen',
      queued: 'Wartet',
      offline: 'Wartet auf die Verbindung',
      retrying: 'Neuer Versuch in Kürze',
      preparing: 'Wird vorbereitet',
      requesting: 'Beginnt',
      uploading: 'Wird hochgeladen',
      processing: 'Wird abgeschlossen',
      paused: 'Angehalten',
      success: 'Hochgeladen',
      error: 'Fehlgeschlagen',
      aborted: 'Abgebrochen',
    },
    progress: (name) => `Hochladen von ${name}`,
    cancel: (name) => `${name} abbrechen`,
    retry: (name) => `${name} noch einmal versuchen`,
    remove: (name) => `${name} entfernen`,
    announce: ({ pending, succeeded, failed }) =>
      [
        pending &&
          plural(pending, {
            one: '# Datei wird hochgeladen',
            other: '# Dateien werden hochgeladen',
          }),
        succeeded &&
          plural(succeeded, {
            one: '# Datei hochgeladen',
            other: '# Dateien hochgeladen',
          }),
        failed &&
          plural(failed, {
            one: '# Datei fehlgeschlagen',
            other: '# Dateien fehlgeschlagen',
          }),
      ]
        .filter(Boolean)
        .join(', '),
    pending: 'Bitte warten, bis alle Bilder hochgeladen sind.',
  },
  gallery: {
    gallery: 'Bilder',
    loading: 'Bilder werden geladen',
    empty: 'Noch keine Bilder',
    emptyHint: 'Hier erscheint, was Sie hochladen.',
    failed: 'Die Bilder konnten nicht geladen werden',
    incomplete: 'Ein Teil der Galerie konnte nicht geladen werden',
    reload: 'Seite neu laden',
    retry: 'Noch einmal versuchen',
    loadMore: 'Mehr laden',
    loadingMore: 'Wird geladen …',
    loaded: (count) => plural(count, { one: '# Bild', other: '# Bilder' }),
    dimensions: (width, height) => `${width} × ${height}`,
    uploading: (name) => `${name}, wird hochgeladen`,
    open: (name) => `${name} öffnen`,
    delete: (name) => `${name} löschen`,
    select: (name) => `${name} auswählen`,
    selected: (count) =>
      count === 0 ? 'Nichts ausgewählt' : `${number(count)} ausgewählt`,
    selectAll: (count) => `Alle ${number(count)} auswählen`,
    clear: 'Auswahl aufheben',
    deleteSelected: (count) =>
      plural(count, { one: '# Bild löschen', other: '# Bilder löschen' }),
    search: 'Nach Namen suchen',
    found: (count, loaded, isComplete) =>
      isComplete
        ? `${number(count)} von ${plural(loaded, { one: '# Bild', other: '# Bildern' })}`
        : `${number(count)} von ${plural(loaded, { one: '# bisher geladenen Bild', other: '# bisher geladenen Bildern' })}; es gibt noch mehr`,
    deleted: (count) =>
      plural(count, { one: 'Bild gelöscht', other: '# Bilder gelöscht' }),
    undo: 'Rückgängig',
    notDeleted: (name) => `${name} wurde nicht gelöscht`,
    notAllDeleted: (count) =>
      plural(count, {
        one: '# Bild wurde nicht gelöscht',
        other: '# Bilder wurden nicht gelöscht',
      }),
    dismiss: 'Schließen',
  },
  details: {
    loading: 'Wird geladen …',
    draft: 'Dieses Bild ist noch nicht angekommen.',
    alt: 'Beschreibung',
    altHint: 'Was das Bild zeigt, für alle, die es nicht sehen.',
    save: 'Speichern',
    saved: 'Gespeichert',
    saving: 'Wird gespeichert …',
    variant: 'Variante',
    copyUrl: 'URL kopieren',
    copyMarkup: 'Markup kopieren',
    copied: 'Kopiert',
    download: 'Original herunterladen',
    isPrivate: 'Nur mit signierter URL',
    privateHint:
      'Ein privates Bild wird nur in benannten Varianten gezeigt und bekommt vielleicht eine neue Kennung. Browser können eine Kopie dessen behalten, was öffentlich war: zwei Tage, wenn die Variante nichts anderes sagt.',
    delete: 'Bild löschen',
    undo: 'Rückgängig',
    deleted: 'Bild gelöscht',
    uploaded: (day) => `Hochgeladen am ${date(day)}`,
    dimensions: (width, height) => `${width} × ${height} Pixel`,
    retry: 'Noch einmal versuchen',
  },
  focal: {
    point: 'Was sichtbar bleibt',
    position: (x, y) => `${x} % von links, ${y} % von oben`,
    centre: 'Zurück zur Mitte',
    saving: 'Wird gespeichert …',
  },
  variants: {
    variants: 'Varianten',
    loading: 'Varianten werden geladen',
    add: 'Variante hinzufügen',
    edit: (name) => `${name} bearbeiten`,
    delete: (name) => `${name} löschen`,
    confirmDelete: (name) =>
      `Die Variante ${name} löschen? Seiten, die sie noch verwenden, zeigen dann kein Bild.`,
    name: 'Name',
    fit: 'Einpassung',
    width: 'Breite in Pixeln',
    height: 'Höhe in Pixeln',
    blur: 'Unschärfe, 0 bis 250',
    browserTtl: 'Sekunden im Zwischenspeicher der Browser',
    metadata: 'Metadaten',
    isPublic: 'Private Bilder ohne Signatur zeigen',
    save: 'Variante speichern',
    cancel: 'Abbrechen',
    flexible: 'Freie Varianten',
    flexibleHint:
      'Größe und Ausschnitt dürfen in der URL stehen. Private Bilder werden nur in benannten Varianten gezeigt.',
    retry: 'Noch einmal versuchen',
  },
  picker: {
    open: (count, multiple) =>
      count > 0 ? 'Ändern' : multiple ? 'Bilder auswählen' : 'Bild auswählen',
    title: (multiple) => (multiple ? 'Bilder auswählen' : 'Bild auswählen'),
    upload: (multiple) => (multiple ? 'Bilder hochladen' : 'Bild hochladen'),
    choose: (count) =>
      count > 1
        ? plural(count, { one: '# Bild übernehmen', other: '# Bilder übernehmen' })
        : 'Übernehmen',
    cancel: 'Abbrechen',
    remove: 'Bild entfernen',
    required: 'Bitte ein Bild auswählen.',
  },
}
