/// Where newsrooms write otherwise than CLDR says.
extension LanguageRecord {
  /// Replaces what this project writes in its own way; `row` is the row that was found.
  mutating func useHouseForms(of tag: LanguageTag, row: String) {
    switch row.prefix(while: { $0 != "-" }) {
    case "id": useIndonesianForms()
    case "en": useEnglishForms(region: tag.region)
    case "fa": usePersianForms(isAfghan: row == "fa-AF")
    case "ps": usePashtoForms()
    case "ar": useArabicForms()
    case "ms": ownName = "Bahasa Melayu"
    case "jv": ownName = "Basa Jawa"
    case "su": ownName = "Basa Sunda"
    default: break
    }
    if tag.language == "prs" { ownName = "دری" }
  }

  private mutating func useIndonesianForms() {
    ownName = "Bahasa Indonesia"
    patterns = [
      "dd/MM/y", "d MMM y", "d MMMM y", "EEEE, d MMMM y 'pukul' HH.mm z", "HH.mm",
    ]
  }

  /// Day before month, as the world writes; an edition for the United States says `en-US`.
  private mutating func useEnglishForms(region: String?) {
    ownName = "English"
    patterns =
      region == "US"
      ? [
        "M/d/y", "MMM d, y", "MMMM d, y", "EEEE, MMMM d, y 'at' h:mm a z", "h:mm a",
      ]
      : [
        "dd/MM/y", "d MMM y", "d MMMM y", "EEEE, d MMMM y 'at' HH:mm z", "HH:mm",
      ]
  }

  /// `۲۹ شهریور ۱۴۰۳`, without the ezafe that CLDR puts on Gregorian months.
  private mutating func usePersianForms(isAfghan: Bool) {
    ownName = "فارسی"
    patterns = ["y/MM/dd", "d MMM y", "d MMMM y", "EEEE d MMMM y، ساعت H:mm z", "H:mm"]
    weekdays = ["یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"]
    shortWeekdays = weekdays
    if isAfghan {
      persianMonths = [
        "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
      ]
    } else {
      months = [
        "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر",
        "نوامبر", "دسامبر",
      ]
    }
    standaloneMonths = months
    shortMonths = months
  }

  private mutating func usePashtoForms() {
    patterns = ["y/MM/dd", "d MMM y", "d MMMM y", "EEEE، d MMMM y، H:mm z", "H:mm"]
    persianMonths = [
      "وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه",
      "کب",
    ]
    islamicMonths = [
      "محرم", "صفر", "ربیع الاول", "ربیع الثاني", "جمادي الاول", "جمادي الثاني", "رجب", "شعبان",
      "رمضان", "شوال", "ذي القعده", "ذي الحجه",
    ]
  }

  private mutating func useArabicForms() {
    patterns[1] = "d MMM y"
    patterns[2] = "d MMMM y"
    patterns[3] = "EEEE، d MMMM y، h:mm a z"
    patterns[4] = "h:mm a"
    persianMonths = [
      "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن",
      "إسفند",
    ]
  }
}
