import type { ErrorLabels, UploaderLabels } from 'react-cloudflare-images'

/** The uploader in German; `Intl` knows numbers and plurals. */
export const german: Partial<UploaderLabels> & { errors: ErrorLabels } = {
  uploader: 'Bilder hochladen',
  choose: ({ multiple }) => (multiple ? 'Bilder auswählen' : 'Bild auswählen'),
  camera: 'Foto aufnehmen',
  drop: () => 'oder hier ablegen',
  dropHere: 'Zum Hochladen loslassen',
  dropRefused: 'Das kann hier nicht hochgeladen werden',
  hint: ({ formats, maxSize }) =>
    `${new Intl.ListFormat('de', { type: 'disjunction' }).format(formats)}, je bis ${maxSize}`,
  input: 'Bilddateien',
  list: 'Dateien',
  size: (bytes) =>
    new Intl.NumberFormat('de', {
      style: 'unit',
      unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6)),
  percent: (share) => new Intl.NumberFormat('de', { style: 'percent' }).format(share),
  status: {
    rejected: 'Nicht angenommen',
    queued: 'Wartet',
    offline: 'Wartet auf das Netz',
    retrying: 'Wird gleich wiederholt',
    preparing: 'Wird vorbereitet',
    requesting: 'Beginnt',
    uploading: 'Wird hochgeladen',
    processing: 'Wird fertiggestellt',
    paused: 'Angehalten',
    success: 'Hochgeladen',
    error: 'Fehlgeschlagen',
    aborted: 'Abgebrochen',
  },
  shrunk: (before, after) => `${german.size!(before)} → ${german.size!(after)}`,
  keepsLocation: 'Es kann noch verraten, wo es aufgenommen wurde.',
  viaFallback: 'Auf anderem Weg gesendet: Der Upload-Dienst ist nicht erreichbar.',
  stored: 'Bild',
  announce: ({ pending, succeeded, failed }) =>
    [
      pending && `${dateien(pending)} unterwegs`,
      succeeded && `${dateien(succeeded)} hochgeladen`,
      failed && `${dateien(failed)} fehlgeschlagen`,
    ]
      .filter(Boolean)
      .join(', '),
  progress: (name) => `Fortschritt von ${name}`,
  cancel: (name) => `${name} abbrechen`,
  retry: (name) => `${name} erneut versuchen`,
  remove: (name) => `${name} entfernen`,
  pending: 'Bitte warten, bis alle Bilder hochgeladen sind.',
  errors: {
    'unsupported-type': 'Diese Art von Datei wird nicht unterstützt.',
    'file-too-large': 'Diese Datei ist zu groß.',
  },
}

const dateien = (count: number) =>
  new Intl.PluralRules('de').select(count) === 'one' ? 'eine Datei' : `${count} Dateien`

/** The uploader in Arabic, from right to left. */
export const arabic: Partial<UploaderLabels> & { errors: ErrorLabels } = {
  uploader: 'رفع الصور',
  choose: ({ multiple }) => (multiple ? 'اختر صورًا' : 'اختر صورة'),
  camera: 'التقط صورة',
  drop: () => 'أو أفلتها هنا',
  dropHere: 'أفلت للرفع',
  dropRefused: 'لا يمكن رفع هذا هنا',
  hint: ({ formats, maxSize }) =>
    `${new Intl.ListFormat('ar', { type: 'disjunction' }).format(formats)}، حتى ${maxSize} لكل صورة`,
  input: 'ملفات الصور',
  list: 'الملفات',
  size: (bytes) =>
    new Intl.NumberFormat('ar', {
      style: 'unit',
      unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6)),
  dimensions: (width, height) => {
    const { format } = new Intl.NumberFormat('ar')
    return `${format(width)} × ${format(height)}`
  },
  percent: (share) => new Intl.NumberFormat('ar', { style: 'percent' }).format(share),
  status: {
    rejected: 'مرفوض',
    queued: 'في الانتظار',
    offline: 'في انتظار الشبكة',
    retrying: 'ستُعاد المحاولة قريبًا',
    preparing: 'قيد التحضير',
    requesting: 'يبدأ',
    uploading: 'قيد الرفع',
    processing: 'قيد الإنهاء',
    paused: 'متوقف مؤقتًا',
    success: 'تم الرفع',
    error: 'فشل',
    aborted: 'أُلغي',
  },
  shrunk: (before, after) => `${arabic.size!(before)} ← ${arabic.size!(after)}`,
  keepsLocation: 'قد تكشف الصورة بعدُ مكان التقاطها.',
  viaFallback: 'أُرسلت بطريق آخر: لا يمكن الوصول إلى خدمة الرفع.',
  stored: 'صورة',
  announce: ({ pending, succeeded, failed }) =>
    [
      pending && `${files(pending)} قيد الرفع`,
      succeeded && `${files(succeeded)} مرفوعة`,
      failed && `${files(failed)} فاشلة`,
    ]
      .filter(Boolean)
      .join('، '),
  progress: (name) => `تقدّم ${name}`,
  cancel: (name) => `إلغاء ${name}`,
  retry: (name) => `إعادة محاولة ${name}`,
  remove: (name) => `إزالة ${name}`,
  pending: 'انتظر حتى تُرفع كل الصور.',
  errors: {
    'unsupported-type': 'هذا النوع من الملفات غير مدعوم.',
    'file-too-large': 'هذا الملف كبير جدًا.',
  },
}

/** Arabic has six plurals. */
const files = (count: number) =>
  ({
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفان',
    few: `${number(count)} ملفات`,
    many: `${number(count)} ملفًا`,
    other: `${number(count)} ملف`,
  })[new Intl.PluralRules('ar').select(count)]

const number = (value: number) => new Intl.NumberFormat('ar').format(value)
