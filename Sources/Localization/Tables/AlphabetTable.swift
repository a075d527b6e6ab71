// A table: the alphabets by which names are sorted, one a row.
// swift-format-ignore-file

/// Rows of `script languages|letters`: `L` Latin, `G` Greek, `C` Cyrillic, `H` Hebrew, `A` Arabic;
/// a row without languages is for all others. Letters after `=` differ in the second place only.
enum AlphabetTable {
  static let rows = """
    L|a b c d e f g h i j k l m n o p q r s t u v w x y z
    L az|a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z
    L bs hr sh sr|a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž
    L cs|a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž
    L cy|a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z
    L da fo nb nn no|a b c d e f g h i j k l m n o p q r s t u v w x y z æ=ä ø=ö å
    L eo|a b c ĉ d e f g ĝ h ĥ i j ĵ k l m n o p q r s ŝ t u ŭ v w x y z
    L es fil gl tl|a b c d e f g h i j k l m n ñ o p q r s t u v w x y z
    L et|a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y
    L fi sv|a b c d e f g h i j k l m n o p q r s t u v w x y=ü z å ä=æ ö=ø
    L hu|a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö=ő p q r s sz t ty u ü=ű v w x y z zs
    L is|a á b c d ð e é f g h i í j k l m n o ó p q r s t u ú v w x y ý z þ æ ö å
    L ku|a b c ç d e ê f g h i î j k l m n o p q r s ş t u û v w x y z
    L lt|a b c č d e f g h i=y j k l m n o p q r s š t u v w x z ž
    L lv|a b c č d e f g ģ h i=y j k ķ l ļ m n ņ o p q r ŗ s š t u v w x z ž
    L mt|a b ċ c d e f ġ g h ħ i j k l m n o p q r s t u v w x y ż z
    L pl|a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż
    L ro|a ă â b c d e f g h i î j k l m n o p q r s ș=ş t ț=ţ u v w x y z
    L sk|a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž
    L sl|a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž
    L sq|a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh
    L tk|a b c ç d e ä f g h i j ž k l m n ň o ö p q r s ş t u ü v w x y ý z
    L tr|a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z
    L vi|a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z
    G|α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ=ς τ υ φ χ ψ ω
    C|а ә б в г ґ ғ д ђ ѓ е є ж з ѕ и і ї й ј к қ л љ м н ң њ о ө п р с т ћ ќ у ў ұ ү ф х һ ц ч џ ш щ ъ ы ь э ю я
    C kk|а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я
    C be|а б в г ґ д е ё ж з и і й к л м н о п р с т у ў ф х ц ч ш щ ъ ы ь э ю я
    C uk|а б в г ґ д е ё є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я
    H|א ב ג ד ה ו ז ח ט י כ=ך ל מ=ם נ=ן ס ע פ=ף צ=ץ ק ר ש ת
    A|ء ا=ٱ ب پ ت=ة ث ٹ ټ ج چ څ ځ ح خ د ڈ ډ ذ ر ڑ ړ ڕ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ڤ ق ك=ک گ ګ ل ڵ م ن ں ڼ ه=ہ=ھ=ە و ۆ ي=ی=ى ې ێ ے ۍ
    A fa prs pes|آ ا=ٱ ء ب پ ت=ة ټ ث ج چ ځ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک=ك گ=ګ ل م ن ڼ و ه=ہ=ھ=ە ی=ي=ى ې ۍ
    A ps|آ ا=ٱ ء ب پ ت=ة ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک=ك ګ=گ ل م ن ڼ ه=ہ=ھ=ە و ی=ي=ى ې ۍ
    A ur|ا=ٱ آ ب پ ت=ة ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک=ك گ ل م ن=ں و ہ=ه=ە ھ ء ی=ي=ى ے
    A ckb|ئ ا=ٱ ب پ ت=ة ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک=ك گ ل ڵ م ن ه=ھ ە و ۆ ی=ي=ى ێ
    A sd|ا=ٱ ب ٻ ڀ ت=ة ٿ ٽ ٺ ث پ ج ڄ جھ ڃ چ ڇ ح خ د ڌ ڏ ڊ ڍ ذ ر ڙ ز س ش ص ض ط ظ ع غ ف ڦ ق ڪ=ك ک گ ڳ ڱ ل م ن ڻ و ه=ہ=ھ ء ي=ی=ى
    A ug|ئ ا ە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك=ک گ ڭ ل م ن ھ=ه و ۇ ۆ ۈ ۋ ې ى ي=ی
    """
}
