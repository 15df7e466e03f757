import type { ErrorLabels, UploaderLabels } from 'react-cloudflare-images'

/** The uploader in German; `Intl` knows numbers and plurals. */
export const german: Partial<UploaderLabels> & { errors: ErrorLabels } = {
  uploader: 'Bilder hochladen',
  choose: ({ multiple }) => (multiple ? 'Bilder auswählen' : 'Bild auswählen'),
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

/** The uploader in Arabic, from right to left. */
export const arabic: Partial<UploaderLabels> & { errors: ErrorLabels } = {
  uploader: 'رفع الصور',
  choose: ({ multiple }) => (multiple ? 'اختر صورًا' : 'اختر صورة'),
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
