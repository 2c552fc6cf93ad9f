//! The encoding of a text that does not say it is guessed from what its letters are.

use claimlight::import::{ENCODINGS, decode, detect_encoding};
use encoding_rs::Encoding as Table;

/// A language, the encodings in which files have it, and a text as news have it, without
/// characters that one of the encodings lacks.
type Row = (&'static str, &'static [&'static str], &'static str);

#[expect(clippy::unicode_not_nfc, reason = "windows-1258 has the marks of Vietnamese tones apart")]
const TEXTS: &[Row] = &[
    // Western Europe.
    (
        "fr",
        &["windows-1252", "macintosh"],
        "Le conseil a annoncé jeudi que les loyers avaient augmenté de quatre pour cent. C'est la troisième année de suite, et beaucoup de gens ont quitté la ville.",
    ),
    (
        "fr",
        &["windows-1252", "macintosh"],
        "Le ministère de la Santé a démenti les informations sur la pénurie de médicaments. Des journalistes ont vérifié les données et trouvé des erreurs.",
    ),
    (
        "de",
        &["windows-1252", "macintosh"],
        "Der Stadtrat teilte am Donnerstag mit, dass die Mieten um vier Prozent gestiegen sind. Es ist das dritte Jahr in Folge, und viele Menschen haben die Stadt verlassen.",
    ),
    (
        "de",
        &["windows-1252", "macintosh"],
        "Das Gesundheitsministerium wies Berichte über fehlende Medikamente zurück. Journalisten überprüften die Zahlen und fanden größere Fehler.",
    ),
    (
        "es",
        &["windows-1252", "macintosh"],
        "El consejo anunció el jueves que los alquileres subieron un cuatro por ciento. Es el tercer año consecutivo, y muchas personas se han ido de la ciudad.",
    ),
    (
        "es",
        &["windows-1252", "macintosh"],
        "El Ministerio de Sanidad desmintió la información sobre la falta de medicamentos. Los periodistas comprobaron los datos del año pasado y hallaron errores.",
    ),
    (
        "pt",
        &["windows-1252", "macintosh"],
        "O conselho anunciou na quinta-feira que as rendas subiram quatro por cento. É o terceiro ano seguido, e muitas pessoas já não vivem na cidade.",
    ),
    (
        "pt",
        &["windows-1252", "macintosh"],
        "O Ministério da Saúde desmentiu as notícias sobre a falta de medicamentos. Os jornalistas verificaram os dados e encontraram erros na informação.",
    ),
    (
        "it",
        &["windows-1252", "macintosh"],
        "Il consiglio ha annunciato giovedì che gli affitti sono aumentati del quattro per cento. È il terzo anno di fila, e molte persone hanno lasciato la città.",
    ),
    (
        "sv",
        &["windows-1252", "macintosh"],
        "Kommunen meddelade på torsdagen att hyrorna har stigit med fyra procent. Det är tredje året i rad, och många människor har lämnat staden.",
    ),
    (
        "sv",
        &["windows-1252", "macintosh"],
        "Hälsodepartementet dementerade uppgifterna om läkemedelsbrist. Journalister granskade förra årets siffror och hittade fel.",
    ),
    (
        "da",
        &["windows-1252", "macintosh"],
        "Kommunen oplyste torsdag, at huslejen er steget med fire procent. Det er tredje år i træk, og mange mennesker har forladt byen efter det, der blev sagt af borgmesteren.",
    ),
    (
        "da",
        &["windows-1252", "macintosh"],
        "Sundhedsministeriet afviste oplysningerne om mangel på lægemidler. Journalister undersøgte sidste års tal og fandt fejl på området.",
    ),
    (
        "no",
        &["windows-1252", "macintosh"],
        "Kommunen opplyste torsdag at husleien har steget med fire prosent. Det er tredje år på rad, og mange mennesker har forlatt byen etter det som ble sagt av ordføreren.",
    ),
    (
        "fi",
        &["windows-1252", "macintosh"],
        "Kaupunki kertoi torstaina, että vuokrat ovat nousseet neljä prosenttia. Se on jo kolmas vuosi peräkkäin, ja moni on muuttanut pois, mutta kaikki eivät ole.",
    ),
    (
        "fi",
        &["windows-1252", "macintosh"],
        "Terveysministeriö kiisti tiedot lääkepulasta sairaaloissa. Toimittajat tarkistivat viime vuoden luvut ja löysivät virheitä.",
    ),
    (
        "is",
        &["windows-1252", "macintosh"],
        "Bæjarráð tilkynnti á fimmtudag að leiga hefði hækkað um fjögur prósent. Þetta er þriðja árið í röð og margir hafa flutt burt.",
    ),
    // Central Europe.
    (
        "pl",
        &["windows-1250", "iso-8859-2"],
        "Rada miasta poinformowała w czwartek, że czynsze wzrosły o cztery procent. To już trzeci rok z rzędu i wielu ludzi nie może tego zapłacić, bo jest za drogo.",
    ),
    (
        "pl",
        &["windows-1250", "iso-8859-2"],
        "Ministerstwo Zdrowia zaprzeczyło doniesieniom o braku leków w szpitalach. Dziennikarze sprawdzili dane z zeszłego roku i znaleźli błędy.",
    ),
    (
        "cs",
        &["windows-1250", "iso-8859-2"],
        "Městská rada ve čtvrtek oznámila, že nájmy vzrostly o čtyři procenta. Je to už třetí rok po sobě a mnoho lidí se z města odstěhovalo, ale ne všichni.",
    ),
    (
        "cs",
        &["windows-1250", "iso-8859-2"],
        "Ministerstvo zdravotnictví popřelo zprávy o nedostatku léků v nemocnicích. Novináři ověřili loňské údaje a našli chyby.",
    ),
    (
        "hu",
        &["windows-1250", "iso-8859-2"],
        "A városi tanács csütörtökön közölte, hogy a bérleti díjak négy százalékkal nőttek. Ez már a harmadik ilyen év, és sokan nem is tudják fizetni, ha még több lesz.",
    ),
    (
        "hu",
        &["windows-1250", "iso-8859-2"],
        "Az egészségügyi minisztérium cáfolta a gyógyszerhiányról szóló híreket. Az újságírók ellenőrizték a tavalyi adatokat, és hibákat találtak.",
    ),
    (
        "ro",
        &["windows-1250", "iso-8859-2"],
        "Consiliul a anunţat joi că chiriile au crescut cu patru la sută. Este al treilea an la rând şi mulţi oameni au plecat din oraş, dar nu toţi.",
    ),
    (
        "ro",
        &["windows-1250", "iso-8859-2"],
        "Ministerul Sănătăţii a dezminţit ştirile despre lipsa medicamentelor. Jurnaliştii au verificat datele şi au găsit greşeli.",
    ),
    (
        "hr",
        &["windows-1250", "iso-8859-2"],
        "Gradsko vijeće priopćilo je u četvrtak da su najamnine porasle za četiri posto. To je treća godina zaredom i mnogi su ljudi već otišli iz grada.",
    ),
    (
        "sk",
        &["windows-1250", "iso-8859-2"],
        "Mestská rada vo štvrtok oznámila, že nájomné vzrástlo o štyri percentá. Je to už tretí rok po sebe a mnohí ľudia z mesta odišli.",
    ),
    (
        "sl",
        &["windows-1250", "iso-8859-2"],
        "Mestni svet je v četrtek sporočil, da so se najemnine zvišale za štiri odstotke. To je že tretje leto zapored in veliko ljudi je zapustilo mesto.",
    ),
    // Baltic.
    (
        "lt",
        &["windows-1257", "iso-8859-13"],
        "Miesto taryba ketvirtadienį pranešė, kad nuomos kainos išaugo keturiais procentais. Tai jau treti metai iš eilės, ir daug žmonių išvyko.",
    ),
    (
        "lt",
        &["windows-1257", "iso-8859-13"],
        "Sveikatos apsaugos ministerija paneigė pranešimus apie vaistų trūkumą. Žurnalistai patikrino praėjusių metų duomenis ir rado klaidų.",
    ),
    (
        "lv",
        &["windows-1257", "iso-8859-13"],
        "Pilsētas dome ceturtdien paziņoja, ka īres maksa pieaugusi par četriem procentiem. Šis ir jau trešais gads pēc kārtas, un daudzi cilvēki ir aizbraukuši.",
    ),
    (
        "lv",
        &["windows-1257", "iso-8859-13"],
        "Veselības ministrija noliedza ziņas par zāļu trūkumu slimnīcās. Žurnālisti pārbaudīja pagājušā gada datus un atrada kļūdas.",
    ),
    (
        "et",
        &["windows-1257", "iso-8859-13"],
        "Linnavolikogu teatas neljapäeval, et üürid on tõusnud neli protsenti. See on juba kolmas aasta järjest ja paljud inimesed on linnast lahkunud.",
    ),
    // Cyrillic.
    (
        "ru",
        &["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"],
        "Городской совет сообщил в четверг, что арендная плата выросла на четыре процента. Это уже третий год подряд, и многие не могут платить.",
    ),
    (
        "ru",
        &["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"],
        "Министерство здравоохранения опровергло сообщения о нехватке лекарств в больницах. Журналисты проверили данные за прошлый год и нашли ошибки.",
    ),
    (
        "uk",
        &["windows-1251", "koi8-u", "x-mac-cyrillic"],
        "Міська рада повідомила у четвер, що орендна плата зросла на чотири відсотки. Це вже третій рік поспіль, і багато людей не може платити.",
    ),
    (
        "uk",
        &["windows-1251", "koi8-u", "x-mac-cyrillic"],
        "Міністерство охорони здоров'я спростувало повідомлення про нестачу ліків. Журналісти перевірили дані за минулий рік і знайшли помилки.",
    ),
    (
        "bg",
        &["windows-1251", "iso-8859-5"],
        "Общинският съвет съобщи в четвъртък, че наемите са се повишили с четири процента. Това е трета година поред и много хора не могат да ги платят.",
    ),
    (
        "bg",
        &["windows-1251", "iso-8859-5"],
        "Министерството на здравеопазването опроверга съобщенията за недостиг на лекарства. Журналистите провериха данните и откриха грешки.",
    ),
    (
        "sr",
        &["windows-1251", "iso-8859-5"],
        "Градско веће саопштило је у четвртак да су кирије порасле за четири одсто. То је трећа година заредом и многи људи су отишли.",
    ),
    // others.
    (
        "el",
        &["windows-1253", "iso-8859-7"],
        "Το δημοτικό συμβούλιο ανακοίνωσε την Πέμπτη ότι τα ενοίκια αυξήθηκαν κατά τέσσερα τοις εκατό.",
    ),
    (
        "el",
        &["windows-1253", "iso-8859-7"],
        "Το υπουργείο Υγείας διέψευσε τις πληροφορίες για έλλειψη φαρμάκων. Οι δημοσιογράφοι έλεγξαν τα στοιχεία και βρήκαν λάθη.",
    ),
    (
        "tr",
        &["windows-1254"],
        "Belediye meclisi perşembe günü kiraların yüzde dört arttığını açıkladı. Bu üçüncü yıl ve çok sayıda kişi için kent daha pahalı oldu, ancak bir çözüm var.",
    ),
    (
        "tr",
        &["windows-1254"],
        "Sağlık Bakanlığı ilaç sıkıntısı haberlerini yalanladı. Gazeteciler geçen yılın verilerini inceledi ve yanlışlar buldu.",
    ),
    (
        "he",
        &["windows-1255", "iso-8859-8"],
        "מועצת העיר הודיעה ביום חמישי כי שכר הדירה עלה בארבעה אחוזים. זו השנה השלישית ברציפות.",
    ),
    (
        "he",
        &["windows-1255", "iso-8859-8"],
        "משרד הבריאות הכחיש את הדיווחים על מחסור בתרופות. העיתונאים בדקו את הנתונים ומצאו טעויות.",
    ),
    (
        "ar",
        &["windows-1256", "iso-8859-6"],
        "أعلن مجلس المدينة يوم الخميس أن الإيجارات ارتفعت بنسبة أربعة في المئة. وهذا هو العام الثالث على التوالي.",
    ),
    (
        "ar",
        &["windows-1256", "iso-8859-6"],
        "نفت وزارة الصحة الأنباء عن نقص الأدوية في المستشفيات. وراجع الصحفيون بيانات العام الماضي ووجدوا أخطاء.",
    ),
    (
        "vi",
        &["windows-1258"],
        "Hội đồng thành phố cho biết hôm thứ Năm rằng giá thuê nhà đã tăng bốn phần trăm. Đây là năm thứ ba và nhiều người không có tiền để trả.",
    ),
    (
        "vi",
        &["windows-1258"],
        "Bộ Y tế bác bỏ thông tin thiếu thuốc tại các bệnh viện. Các nhà báo đã kiểm tra số liệu năm ngoái và phát hiện sai sót.",
    ),
    ("th", &["windows-874"], "สภาเมืองกล่าวเมื่อวันพฤหัสบดีว่าค่าเช่าเพิ่มขึ้นร้อยละสี่ นี่เป็นปีที่สามติดต่อกัน"),
    (
        "th",
        &["windows-874"],
        "กระทรวงสาธารณสุขปฏิเสธข่าวการขาดแคลนยาในโรงพยาบาล นักข่าวตรวจสอบข้อมูลปีที่แล้วและพบข้อผิดพลาด",
    ),
    // East Asia.
    (
        "ja",
        &["shift_jis", "euc-jp", "iso-2022-jp"],
        "市議会は木曜日、家賃が四パーセント上昇したと発表した。三年連続の上昇となる。",
    ),
    (
        "ja",
        &["shift_jis", "euc-jp", "iso-2022-jp"],
        "厚生労働省は病院の医薬品不足に関する報道を否定した。記者は昨年のデータを調べ、誤りを見つけた。",
    ),
    (
        "zh",
        &["gb18030"],
        "市议会周四表示，房租上涨了百分之四。这已经是连续第三年上涨，许多人离开了这座城市。",
    ),
    ("zh", &["gb18030"], "卫生部否认了医院药品短缺的报道。记者核对了去年的数据，发现了错误。"),
    (
        "zh",
        &["big5", "gb18030"],
        "市議會週四表示，房租上漲了百分之四。這已經是連續第三年上漲，許多人離開了這座城市。",
    ),
    (
        "zh",
        &["big5", "gb18030"],
        "衛生部否認了醫院藥品短缺的報導。記者核對了去年的數據，發現了錯誤。",
    ),
    ("ko", &["euc-kr"], "시의회는 목요일 임대료가 4퍼센트 올랐다고 밝혔다. 3년 연속 상승이다."),
    (
        "ko",
        &["euc-kr"],
        "보건부는 병원의 의약품 부족 보도를 부인했다. 기자들은 지난해 자료를 확인하고 오류를 발견했다.",
    ),
];
const BEFORE: &str = "The council said on Thursday that rents had risen by four percent, and ";
const AFTER: &str = " - nobody objected to the numbers that the report gives.";

/// The beginning of a text: so many words, or three times as many characters where the language
/// has no spaces.
fn beginning(text: &str, words: usize) -> String {
    if text.matches(' ').count() > 4 {
        text.split(' ').take(words).collect::<Vec<_>>().join(" ")
    } else {
        text.chars().take(words * 3).collect()
    }
}

/// Reads the beginning of each text in each of its encodings, and returns the number of those that
/// are read wrongly, and of all.
fn wrong(words: usize, around: [&str; 2]) -> (usize, usize) {
    let (mut wrong, mut all) = (0, 0);
    for (language, labels, text) in TEXTS {
        let text = format!("{}{}{}", around[0], beginning(text, words), around[1]);
        for label in *labels {
            let (bytes, _, has_errors) = Table::for_label(label.as_bytes()).unwrap().encode(&text);
            if text.is_ascii() || has_errors {
                continue;
            }
            let (read, encoding) = decode(&bytes, None).expect("a text");
            all += 1;
            assert!(encoding.is_guessed, "{label}");
            if read != text {
                wrong += 1;
                println!("{words} words of {language} in {label}: {} {read:?}", encoding.label);
            }
        }
    }
    (wrong, all)
}

#[test]
fn texts_of_any_length_are_read_in_the_encodings_of_their_language() {
    // Most of the wrong ones are in the encodings of old Macintosh computers.
    for (words, most) in [(99, 4), (12, 6), (8, 7), (5, 6), (3, 9), (2, 6), (1, 12)] {
        let (wrong_alone, all) = wrong(words, ["", ""]);
        let (wrong_within, _) = wrong(words, [BEFORE, AFTER]);
        assert!(wrong_alone <= most, "{wrong_alone} of {all} texts of {words} words");
        assert!(wrong_within <= most, "{wrong_within} of {all} texts of {words} words in English");
    }
}

/// A text in UTF-16 and UTF-32, in both orders of bytes, with the labels of these.
fn in_unicode(text: &str) -> [(&'static str, Vec<u8>); 4] {
    [
        ("utf-16le", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("utf-16be", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("utf-32le", text.chars().flat_map(|it| u32::from(it).to_le_bytes()).collect()),
        ("utf-32be", text.chars().flat_map(|it| u32::from(it).to_be_bytes()).collect()),
    ]
}

#[test]
fn unicode_is_read_in_any_order_of_bytes_with_a_mark_and_without() {
    let more = [
        ("hi", "नगर परिषद ने गुरुवार को कहा कि किराए में चार प्रतिशत की वृद्धि हुई है।"),
        ("ja", "ありがとうございました"),
        ("en", "Rents 😀 rose by 4 %."),
        ("zh", "今年物价"),
        ("ka", "საკრებულომ ხუთშაბათს განაცხადა"),
    ];
    let texts = TEXTS.iter().map(|row| (row.0, row.2)).chain(more);
    for (language, text) in texts {
        for words in [99, 8, 5, 2] {
            let text = beginning(text, words);
            for (label, bytes) in in_unicode(&text) {
                let (read, encoding) = decode(&bytes, None).expect("a text");
                assert_eq!((read, encoding.label.as_str()), (text.clone(), label), "{language}");
                assert!(encoding.is_guessed);
            }
            for (label, bytes) in in_unicode(&format!("\u{feff}{text}")) {
                let (read, encoding) = decode(&bytes, None).expect("a text");
                assert_eq!(read, format!("\u{feff}{text}"), "{language}");
                assert_eq!((encoding.label.as_str(), encoding.is_guessed), (label, false));
            }
            let (read, encoding) = decode(text.as_bytes(), None).expect("a text");
            assert_eq!(
                (read, encoding.label.as_str(), encoding.is_guessed),
                (text, "utf-8", false)
            );
        }
    }
}

#[test]
fn what_is_cut_off_within_a_character_of_unicode_is_counted() {
    for (label, mut bytes) in in_unicode("Rents rose.") {
        bytes.pop();
        let (read, encoding) = decode(&bytes, None).expect("a text");
        assert_eq!((read.as_str(), encoding.label.as_str()), ("Rents rose\u{fffd}", label));
    }
}

#[test]
fn every_encoding_that_can_be_chosen_is_known() {
    for label in ENCODINGS {
        let (read, encoding) = decode(b"abcd", Some(label)).expect("a text");
        let is_wide = label.starts_with("utf-16") || label.starts_with("utf-32");
        assert_eq!(read == "abcd", !is_wide, "{label}");
        assert_eq!((encoding.label.as_str(), encoding.is_guessed), (label, false));
    }
    let (read, encoding) = decode(b"caf\xe9", Some("no such table")).expect("a text");
    assert_eq!((read.as_str(), encoding.label.as_str()), ("café", "windows-1252"));
}

const RUSSIAN: &str = "Цены выросли на четыре процента.";

#[track_caller]
fn declares(head: &str, label: &str) {
    let table = Table::for_label(label.as_bytes()).unwrap();
    let page = format!("{head}<p>{RUSSIAN}</p>");
    let (bytes, _, _) = table.encode(&page);
    let (read, encoding) = decode(&bytes, None).expect("a text");
    assert_eq!((read.as_str(), encoding.is_guessed), (page.as_str(), false), "{encoding:?}");
}

#[test]
fn a_page_is_read_as_it_declares() {
    // Two encodings that the letters alone do not suggest, so that only the declaration does it.
    for head in [
        "<meta charset=ibm866>",
        "<meta charset=CP866>",
        "\n<!DOCTYPE html><html><head><META CHARSET = ' IBM866 '/>",
        "<meta name=a content=b charset=\"866\">",
        "<meta/charset=csibm866>",
        "<meta http-equiv=Content-Type content='text/html; charset=ibm866'>",
        "<meta content=\"text/html;charset = 'ibm866'\" http-equiv=\"content-type\">",
        "<meta content='charset charset=ibm866;x' http-equiv='content-type'>",
        "<!-- <meta charset=koi8-r> > --><meta charset=ibm866>",
        "<!--><meta charset=ibm866>",
        "<a title='<meta charset=koi8-r>'><meta charset=ibm866>",
        "</meta charset=koi8-r><?x <?><!x><meta charset=ibm866>",
        "<metal charset=koi8-r><meta charset=ibm866>",
        "<meta content='text/html; charset=koi8-r'><meta charset=ibm866>",
        "<meta charset=ibm866 charset=koi8-r>",
        "<meta charset=no-such-table><meta charset=ibm866>",
        "<?xml version='1.0' encoding='ibm866'?><html>",
    ] {
        declares(head, "ibm866");
    }
    let late =
        format!("<style>{}</style><meta charset=ibm866>", "a > b { color: red }\n".repeat(500));
    declares(&late, "ibm866");
    declares("<meta charset=x-mac-ukrainian>", "x-mac-cyrillic");
}

#[test]
fn a_declaration_that_cannot_be_is_not_followed() {
    for head in [
        "<meta charset=hz-gb-2312>",
        "<meta charset=no-such-table>",
        "<meta charset",
        "<meta charset=",
        "<!-- <meta charset=ibm866>",
        "<meta http-equiv=refresh content='charset=ibm866'>",
        "Say <meta charset=ibm866> in the head. ",
    ] {
        let (bytes, _, _) = Table::for_label(b"koi8-r").unwrap().encode(RUSSIAN);
        let bytes = [head.as_bytes(), b"\n", &bytes].concat();
        let found = detect_encoding(&bytes).map(|it| (it.label, it.is_guessed));
        assert_eq!(found, Ok(("koi8-u".to_owned(), true)), "{head}");
    }
    // A declaration in ASCII bytes cannot be in UTF-16.
    let page = format!("<meta charset=utf-16>{RUSSIAN}");
    let found = detect_encoding(page.as_bytes()).map(|it| (it.label, it.is_guessed));
    assert_eq!(found, Ok(("utf-8".to_owned(), false)));
}

#[test]
fn few_chinese_characters_that_are_valid_utf_8_are_read_as_declared() {
    for (text, label) in [("一些", "gbk"), ("茅台", "gb2312")] {
        let page = format!("<meta charset={label}><p>{text}</p>");
        let (bytes, _, _) = Table::for_label(label.as_bytes()).unwrap().encode(&page);
        assert!(std::str::from_utf8(&bytes).is_ok(), "{text} is a trap");
        let (read, encoding) = decode(&bytes, None).expect("a text");
        assert_eq!((read, encoding.label.as_str(), encoding.is_guessed), (page, "gb18030", false));
    }
    let page = "<meta charset=gbk><p>“Rents” rose.</p>";
    assert_eq!(detect_encoding(page.as_bytes()).map(|it| it.label), Ok("utf-8".to_owned()));
}

#[test]
fn western_texts_with_few_signs_and_letters_are_read_as_such() {
    for text in [
        "Profits rose by £5 million, the bank said.",
        "It cost £5 or £6 – a lot.",
        "He was naïve about it, she said.",
        "The café of José Martínez in São Paulo closed.",
        "©2020 The Paper",
        "It was 25 °C in Oslo, ±5.",
        "10 m³ of water on 5 km²",
        "He said—and wrote—“we don’t know”; naïve 5°C, 10 m³, £5, Microsoft™.",
        "L’été à Besançon – 20 €, l’œuvre, «déjà vu».",
        "¿Qué año? El 3 % – según él… la 5ª vez",
        "Così il governo",
        "La città è più cara, però sì. Lunedì e martedì.",
        "A 50åring på Åland",
        "it´s a “word—word” … nº 5",
    ] {
        let (bytes, _, has_errors) = Table::for_label(b"windows-1252").unwrap().encode(text);
        assert!(!has_errors);
        assert_eq!(decode(&bytes, None).expect("a text").0, text);
    }
}

#[test]
fn words_of_central_europe_are_not_taken_for_western_signs() {
    for text in ["Był już w Łodzi, są wyniki.", "Pałac", "Zaś Łódź", "КамАЗ и РосНефть"]
    {
        let label: &[u8] = if text.contains('К') { b"windows-1251" } else { b"windows-1250" };
        let (bytes, _, has_errors) = Table::for_label(label).unwrap().encode(text);
        assert!(!has_errors);
        assert_eq!(decode(&bytes, None).expect("a text").0, text);
    }
}
