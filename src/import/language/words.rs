//! The most common words of the languages that share a script. The language guess distinguishes
//! these languages by their words.

use super::Language;

/// The languages in Latin letters. The last ones are here so that the guess does not mistake their
/// texts for another language.
pub(super) const LATIN: &[Language] = &[
    (
        "en",
        "the of and to in is that was for it with as his on be at by had not are but from or have \
         an they which were their has been would will this he she who said its than after what",
        "",
    ),
    (
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es \
         an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so wir \
         zum war haben nur oder aber vor zur bis mehr durch man sein wurde wurden hatte",
        "ß",
    ),
    (
        "fr",
        "le la les de des du et un une est en que qui dans pour pas sur au par il plus ne se ce \
         avec sont elle nous mais ont été aux cette ces leur comme il ses son sa être fait deux \
         selon après l d qu n où aussi avait était",
        "",
    ),
    (
        "es",
        "el la los las de del y en que un una es se por con para no su lo al como más pero sus le \
         ha fue este esta entre cuando muy sin sobre también hasta hay son desde todo nos durante \
         han años según donde está había ser porque ya o sido ante tras",
        "ñ",
    ),
    (
        "it",
        "il la le di del della dei delle che e un una è in per non con si da dal sono nel nella al \
         alla ha più come anche gli lo ma i dalla su o questo questa stato hanno degli ai essere \
         suo sua tra era l dell dopo due ci nei sul sulla alle",
        "",
    ),
    (
        "pt",
        "o a os as de do da dos das e em que um uma é no na para com não por mais se como foi ao \
         mas nos nas pelo pela ser à são ou seu sua também entre já está até isso ele ela \
         quando muito há foram segundo sobre depois tem disse anos pelos",
        "ãõ",
    ),
    (
        "nl",
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als maar dan bij \
         nog uit door over hij naar heeft wordt ze worden werd hebben was geen meer wel kan tot \
         deze haar hun zich onder volgens tegen",
        "",
    ),
    (
        "sv",
        "och i att det som en på är av för med den till inte har de ett om han men var jag så från \
         vi kan när man hade sig under eller nu efter vid ska skulle hon mot där vad alla andra \
         också mycket bara denna inom blir säger enligt år två",
        "",
    ),
    (
        "da",
        "og i at det som en på er af for med den til ikke har de et om han men var jeg så fra vi \
         kan når man havde sig under eller nu efter ved skal skulle hun mod hvor der hvad alle \
         andre også meget kun denne blev bliver blevet siger ifølge år to nogle mellem",
        "",
    ),
    (
        "no",
        "og i å det som en på er av for med den til ikke har de et om han men var jeg så fra vi \
         kan når man hadde seg under eller nå etter ved skal skulle hun mot hvor der hva alle \
         andre også mye bare denne ble blir blitt sier ifølge år to noen mellom",
        "",
    ),
    (
        "fi",
        "ja on ei että se oli hän ovat mutta myös joka mukaan kuin sen tai vain jo ole kun niin \
         sekä jotka olla oli hänen ollut voi nyt siitä vielä mitä joita tämä tämän sitä noin ennen \
         jälkeen koska kertoo sanoi vuonna vuoden suomen olisi eivät kanssa",
        "",
    ),
    (
        "pl",
        "w i na z do nie się to że jest o od za po jak dla przez są co tym przy ale tak tego był \
         roku oraz ich jego było może już tylko ze który która które być została został czy \
         także według jednak przed bez jej lub pod gdy",
        "łż",
    ),
    (
        "cs",
        "a v se na je že s z do o to i k ve za pro by ale jako po od jsou podle jeho byl které \
         jen která který nebo tak bylo už jak při až před také má více roku mezi ze byla být však \
         aby své bude není proti pak když",
        "ěřů",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez volt de meg csak már el ki azt mint még szerint vagy ha lesz \
         amely lehet után mert majd pedig ezt fel minden van aki nagyon több között most akkor \
         nincs kell sem ami illetve arra azonban által ennek",
        "őű",
    ),
    (
        "ro",
        "și de în a la cu o pe că nu din care un este să se pentru mai fi ce au fost ca al sunt \
         ale a fi prin după sau dar ai lui cele cel cea fost această acest acestea le între despre \
         până către fără însă astfel am fiind",
        "șț",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ne en ise her o değil \
         var ki ama oldu göre ya ancak dedi olduğunu iki yeni tarafından büyük yok şey mi biz \
         nasıl ifade yıl içinde olduğu önce üzerinde karşı",
        "ğı",
    ),
    (
        "id",
        "yang dan di itu dengan untuk dari ini tidak dalam akan pada juga ke karena ada oleh tersebut \
         bisa saat sudah kata telah mereka adalah kami lebih atau tahun sebagai bahwa bagi hari \
         dia kepada menjadi saya harus lain hanya seperti setelah para",
        "",
    ),
    (
        "vi",
        "và của là có không được cho trong với người một những đã các này để từ khi đến cũng về \
         ra như nhiều vào tại theo năm sẽ ông nhà trên phải làm việc hơn đó sau thì lại nước bị \
         rằng hay mà ngày",
        "ơư",
    ),
    (
        "ca",
        "el la els les de del dels i en que un una és per amb no es al als com més però ha va aquest \
         aquesta són també fins seva seu entre ser han sobre perquè on molt pel pels hi ho quan \
         tot anys segons l d",
        "",
    ),
    (
        "sk",
        "a v sa na je že s z do o to aj k vo za pre by ale ako po od sú podľa jeho bol ktoré len \
         ktorá ktorý alebo tak bolo už pri až pred má viac roku medzi zo bola byť však aby svoje \
         bude nie proti keď ich",
        "ľĺŕ",
    ),
    (
        "hr",
        "i u je na da se za od su s o koji kako što to a ne bi iz ali nije samo sve biti nakon ili \
         prema više bio kao te koja koje bila bez već može još po do godine koju ima oko kada \
         će",
        "",
    ),
    (
        "sl",
        "in v je na da se za ki so z s o pa kot po tudi od bi to še pri iz ne ali ni do bo bil \
         lahko med leta več že ko zaradi bila če pred smo sta kar ter svoje",
        "",
    ),
    (
        "et",
        "ja on ei et see oli ka ta kui aga mis oma kes või ning välja nii siis veel selle pole \
         seda juba mida üle need olid tema pärast enne saab ütles aasta eesti kuid",
        "",
    ),
    (
        "lv",
        "un ir ka no ar par uz tas bija kas arī lai bet kā pie to pēc nav gada tiek vai jau kuri \
         tika ļoti viņš savu tikai šo būs tā līdz latvijas vairāk",
        "ļņķģ",
    ),
    (
        "lt",
        "ir kad į yra su iš tai kaip buvo ne bet už apie metų dėl pat tik jis jo taip nuo po gali \
         ar bus jau kuris lietuvos prie iki labai tačiau pagal savo sako",
        "ėųį",
    ),
    (
        "cy",
        "y yr yn o a ar i ei mae wedi am fod ac oedd gan gyda bod eu nid hyn sy sydd roedd fel at \
         dywedodd hefyd cael un wrth bydd dros",
        "ŵŷ",
    ),
    (
        "af",
        "die van en in is het nie wat vir met sy op dat te aan hy om 'n word sal was ook deur kan \
         maar uit by hulle as nog daar na ons sê gesê toe moet baie hierdie een",
        "",
    ),
    (
        "is",
        "og að í á er sem um til við en var það hann með ekki af fyrir hafa því hefur frá þess \
         eru verið þegar úr segir eftir þá hún upp verður kom",
        "þð",
    ),
];

/// The languages in Cyrillic letters.
pub(super) const CYRILLIC: &[Language] = &[
    (
        "ru",
        "и в не на что с по это как к из у о за от для он его но они все был было быть то я а так \
         после также или уже если при который которые только может сказал была были об во до \
         еще года ее этом",
        "ыэё",
    ),
    (
        "uk",
        "і в не на що з у та до як за від це про для він його але вони був було бути після також \
         або вже якщо при який які тільки може сказав була були щоб є й із під року через час \
         її цього",
        "їє",
    ),
    (
        "bg",
        "и на в да се за от не че с са по е как ще като си но това към или до при той беше бе \
         след също вече ако които който само може каза била били още те ни няма през има във със \
         година които тази",
        "",
    ),
    (
        "be",
        "і ў на не што з у да як за ад гэта пра для ён яго але яны быў было быць пасля таксама \
         або ўжо калі які якія толькі можа сказаў была былі каб гэтага",
        "ў",
    ),
    (
        "sr",
        "и у је на да се за од су са о који како што то а не би из али није само све бити након \
         или према више био као те која које била без већ може још ће године",
        "ђћ",
    ),
    (
        "mk",
        "и во на да се за од не дека со ќе е како што ги го по но ова или до при тој беше откако \
         исто веќе ако кои кој само може рече била биле уште тие нема има година",
        "ѓќ",
    ),
];

/// The languages in the Devanagari script.
pub(super) const DEVANAGARI: &[Language] = &[
    (
        "hi",
        "के में की है और से को का ने पर हैं यह भी कि इस एक नहीं कर था थे थी वह हो गया किया लिए \
         कहा जो ही तो साथ बाद",
        "",
    ),
    ("mr", "आहे आणि या हे च्या ते होते नाही त्या मध्ये केली केले असे तर हा ही आहेत करण्यात की पण व", ""),
    ("ne", "छ र को मा ले हो यो पनि भएको छन् गरेको लागि गर्न थियो भने एक नेपाल तथा गर्ने", ""),
];
