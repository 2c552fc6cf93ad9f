//! The language of a text is told by its letters and words.

use claimlight::import::{ImportNote, ImportRequest, ReadMode, guess_language, import_text};

/// Sentences as news has them, with the tag of their language.
const SENTENCES: [(&str, &str); 33] = [
    (
        "en",
        "The council said on Thursday that rents had risen by four percent. It was the third year in a row, and many people have left the town.",
    ),
    (
        "de",
        "Der Stadtrat teilte am Donnerstag mit, dass die Mieten um vier Prozent gestiegen sind. Es ist das dritte Jahr in Folge, und viele Menschen haben die Stadt verlassen.",
    ),
    (
        "fr",
        "Le conseil a annoncé jeudi que les loyers avaient augmenté de quatre pour cent. C'est la troisième année de suite, et beaucoup de gens ont quitté la ville.",
    ),
    (
        "es",
        "El consejo anunció el jueves que los alquileres subieron un cuatro por ciento. Es el tercer año consecutivo, y muchas personas se han ido de la ciudad.",
    ),
    (
        "it",
        "Il consiglio ha annunciato giovedì che gli affitti sono aumentati del quattro per cento. È il terzo anno di fila, e molte persone hanno lasciato la città.",
    ),
    (
        "pt",
        "O conselho anunciou na quinta-feira que as rendas subiram quatro por cento. É o terceiro ano seguido, e muitas pessoas já não vivem na cidade.",
    ),
    (
        "nl",
        "De gemeenteraad zei donderdag dat de huren met vier procent zijn gestegen. Het is het derde jaar op rij, en veel mensen hebben de stad verlaten.",
    ),
    (
        "sv",
        "Kommunen meddelade på torsdagen att hyrorna har stigit med fyra procent. Det är tredje året i rad, och många människor har lämnat staden.",
    ),
    (
        "da",
        "Kommunen oplyste torsdag, at huslejen er steget med fire procent. Det er tredje år i træk, og mange mennesker har forladt byen efter det, der blev sagt af borgmesteren.",
    ),
    (
        "no",
        "Kommunen opplyste torsdag at husleien har steget med fire prosent. Det er tredje år på rad, og mange mennesker har forlatt byen etter det som ble sagt av ordføreren.",
    ),
    (
        "fi",
        "Kaupunki kertoi torstaina, että vuokrat ovat nousseet neljä prosenttia. Se on jo kolmas vuosi peräkkäin, ja moni on muuttanut pois, mutta kaikki eivät ole.",
    ),
    (
        "pl",
        "Rada miasta poinformowała w czwartek, że czynsze wzrosły o cztery procent. To już trzeci rok z rzędu i wielu ludzi nie może tego zapłacić, bo jest za drogo.",
    ),
    (
        "cs",
        "Městská rada ve čtvrtek oznámila, že nájmy vzrostly o čtyři procenta. Je to už třetí rok po sobě a mnoho lidí se z města odstěhovalo, ale ne všichni.",
    ),
    (
        "hu",
        "A városi tanács csütörtökön közölte, hogy a bérleti díjak négy százalékkal nőttek. Ez már a harmadik ilyen év, és sokan nem is tudják fizetni, ha még több lesz.",
    ),
    (
        "ro",
        "Consiliul a anunțat joi că chiriile au crescut cu patru la sută. Este al treilea an la rând și mulți oameni au plecat din oraș, dar nu toți.",
    ),
    (
        "tr",
        "Belediye meclisi perşembe günü kiraların yüzde dört arttığını açıkladı. Bu üçüncü yıl ve çok sayıda kişi için kent daha pahalı oldu, ancak bir çözüm var.",
    ),
    (
        "id",
        "Dewan kota mengatakan pada hari Kamis bahwa harga sewa naik empat persen. Ini adalah tahun ketiga dan banyak orang yang tidak bisa membayar.",
    ),
    (
        "vi",
        "Hội đồng thành phố cho biết hôm thứ Năm rằng giá thuê nhà đã tăng bốn phần trăm. Đây là năm thứ ba và nhiều người không có tiền để trả.",
    ),
    (
        "ru",
        "Городской совет сообщил в четверг, что арендная плата выросла на четыре процента. Это уже третий год подряд, и многие не могут платить.",
    ),
    (
        "uk",
        "Міська рада повідомила у четвер, що орендна плата зросла на чотири відсотки. Це вже третій рік поспіль, і багато людей не може платити.",
    ),
    (
        "bg",
        "Общинският съвет съобщи в четвъртък, че наемите са се повишили с четири процента. Това е трета година поред и много хора не могат да ги платят.",
    ),
    (
        "el",
        "Το δημοτικό συμβούλιο ανακοίνωσε την Πέμπτη ότι τα ενοίκια αυξήθηκαν κατά τέσσερα τοις εκατό.",
    ),
    ("he", "מועצת העיר הודיעה ביום חמישי כי שכר הדירה עלה בארבעה אחוזים. זו השנה השלישית ברציפות."),
    (
        "ar",
        "أعلن مجلس المدينة يوم الخميس أن الإيجارات ارتفعت بنسبة أربعة في المئة. وهذا هو العام الثالث على التوالي.",
    ),
    (
        "fa",
        "شورای شهر روز پنجشنبه اعلام کرد که اجاره‌ها چهار درصد افزایش یافته است. این سومین سال پیاپی است.",
    ),
    (
        "ur",
        "شہری کونسل نے جمعرات کو کہا کہ کرایوں میں چار فیصد اضافہ ہوا ہے۔ یہ لگاتار تیسرا سال ہے۔",
    ),
    (
        "hi",
        "नगर परिषद ने गुरुवार को कहा कि किराए में चार प्रतिशत की वृद्धि हुई है। यह लगातार तीसरा साल है और कई लोग शहर छोड़ चुके हैं।",
    ),
    ("th", "สภาเมืองกล่าวเมื่อวันพฤหัสบดีว่าค่าเช่าเพิ่มขึ้นร้อยละสี่ นี่เป็นปีที่สามติดต่อกัน"),
    ("ko", "시의회는 목요일 임대료가 4퍼센트 올랐다고 밝혔다. 3년 연속 상승이다."),
    ("ja", "市議会は木曜日、家賃が四パーセント上昇したと発表した。三年連続の上昇となる。"),
    ("zh", "市议会周四表示，房租上涨了百分之四。这已经是连续第三年上涨，许多人离开了这座城市。"),
    ("ka", "საკრებულომ ხუთშაბათს განაცხადა, რომ ქირა ოთხი პროცენტით გაიზარდა."),
    ("ta", "வாடகை நான்கு சதவீதம் உயர்ந்துள்ளதாக நகர சபை வியாழக்கிழமை தெரிவித்தது."),
];

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    assert_eq!(guess_language(std::iter::once(text)), expected, "{text}");
}

#[test]
fn each_language_is_told_by_two_sentences() {
    for (language, text) in SENTENCES {
        check(text, Some(language));
        check(&text.to_uppercase().replace('İ', "I"), Some(language));
    }
}

#[test]
fn a_quotation_or_a_name_in_another_language_changes_nothing() {
    let (english, russian, hebrew) = (SENTENCES[0].1, "«Правда»", "ידיעות");
    check(&format!("{english} {russian} {hebrew}"), Some("en"));
}

#[test]
fn no_language_is_told_of_a_short_or_mixed_text() {
    for text in [
        "",
        " \n",
        "Rents rise",
        "OK",
        "12.03.2024 — 4%",
        "日本",
        "Berlin Paris London Rome Oslo Wien Bern Bonn Prag",
    ] {
        check(text, None);
    }
    let of = |language: &str| SENTENCES.iter().find(|it| it.0 == language).unwrap().1;
    for (one, other) in
        [("en", "de"), ("fr", "nl"), ("en", "ru"), ("ar", "he"), ("zh", "en"), ("pl", "it")]
    {
        check(&format!("{} {}", of(one), of(other)), None);
    }
}

#[test]
fn languages_that_are_not_known_are_not_taken_for_their_neighbours() {
    for (language, text) in [
        (
            "Swahili",
            "Baraza la mji lilisema siku ya Alhamisi kwamba kodi za nyumba zimepanda kwa asilimia nne. Huu ni mwaka wa tatu mfululizo na watu wengi wameondoka.",
        ),
        (
            "Irish",
            "Dúirt an chomhairle Déardaoin go raibh méadú ceithre faoin gcéad ar chíosanna. Seo an tríú bliain as a chéile, agus d'fhág a lán daoine an baile.",
        ),
        (
            "Kazakh",
            "Қалалық кеңес бейсенбіде жалдау ақысы төрт пайызға өскенін хабарлады. Бұл қатарынан үшінші жыл.",
        ),
        (
            "Basque",
            "Udalak ostegunean esan zuen alokairuak ehuneko lau igo direla. Hirugarren urtea da jarraian, eta jende askok alde egin du hiritik.",
        ),
    ] {
        assert_eq!(guess_language(std::iter::once(text)), None, "{language}");
    }
}

#[test]
fn only_the_beginning_of_a_text_is_looked_at() {
    let text = format!("{}{}", "1 ".repeat(20_000), SENTENCES[0].1);
    check(&text, None);
    let parts = SENTENCES[1].1.split(' ');
    assert_eq!(guess_language(parts), Some("de"), "the parts are looked at together");
}

#[test]
fn the_language_is_guessed_where_the_text_names_none() {
    let read = |text: &str, is_html| {
        let given =
            ImportRequest { name: None, text: text.to_owned(), is_html, how: ReadMode::Structured };
        import_text(&given, None, &mut |_| {}).imported
    };
    let guessed = read(SENTENCES[2].1, false);
    assert_eq!(
        (guessed.language.as_deref(), guessed.notes),
        (Some("fr"), vec![ImportNote::LanguageGuessed])
    );
    let named = read(&format!("<html lang=nl><p>{}", SENTENCES[2].1), true);
    assert_eq!((named.language.as_deref(), named.notes), (Some("nl"), Vec::new()));
    let unnamed = read(&format!("<p>{}", SENTENCES[2].1), true);
    assert_eq!(unnamed.language.as_deref(), Some("fr"));
    assert_eq!(read("Rents rise\nRents rose.", false).language, None);
}
