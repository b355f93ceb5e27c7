interface OtherLanguage {
  /** English name of the language. */
  readonly name: string;
  readonly words: string;
  /** Letters that no other language in these files uses, so that they identify the language. */
  readonly letters?: string;
}

/**
 * Languages that the program does not support, with words that are frequent in lists of events and by which the
 * language of a list is identified. A word may belong to several languages. Words in dates and headings count like all
 * other words. Nouns that also exist in a supported language (concert, Datum) are omitted.
 */
export const OTHER_LANGUAGES: Readonly<Record<string, OtherLanguage>> = {
  pt: {
    name: 'Portuguese',
    words:
      'o|os|as|do|da|dos|das|no|na|nos|nas|em|ao|à|às|pelo|pela|com|para|por|um|uma|que|não|são|seu|sua|mais|até|entre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|título|sessão|exposição|inscrição|e',
  },
  ca: {
    name: 'Catalan',
    words:
      'el|els|les|dels|amb|per|pel|i|als|una|és|són|que|més|fins|gener|febrer|març|maig|juny|juliol|setembre|desembre|dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge|lloc|títol|exposició|inscripció|gratuïta',
  },
  nl: {
    name: 'Dutch',
    words:
      'de|het|een|en|van|voor|met|op|te|aan|bij|naar|uit|om|tot|door|over|ook|niet|zijn|wordt|worden|onze|dit|deze|januari|februari|maart|mei|juni|juli|augustus|oktober|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|uur|plaats|locatie|tentoonstelling|lezing|omschrijving',
  },
  pl: {
    name: 'Polish',
    words:
      'w|z|i|na|do|dla|od|po|ze|o|oraz|przez|się|jest|są|nie|który|która|przy|pod|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|godz|godzina|miejsce|tytuł|wydarzenie|wystawa|koncert|warsztaty|wstęp|wolny',
  },
  uk: {
    name: 'Ukrainian',
    letters: 'іїєґ',
    words:
      'і|й|та|у|з|із|зі|на|до|для|від|по|про|що|є|не|за|під|час|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|понеділок|вівторок|середа|четвер|пʼятниця|субота|неділя|назва|місце|подія|захід|виставка|опис|вхід|вільний|їх|її',
  },
  bg: {
    name: 'Bulgarian',
    words:
      'и|на|за|от|в|във|със|с|до|по|се|са|е|ще|не|през|януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември|понеделник|вторник|сряда|четвъртък|петък|събота|неделя|дата|час|място|събитие|заглавие|изложба|вход|свободен|описание',
  },
  sv: {
    name: 'Swedish',
    words:
      'och|i|på|för|med|av|till|från|om|den|det|ett|en|är|som|vid|har|kan|inte|januari|februari|mars|maj|juni|juli|augusti|oktober|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|kl|plats|tid|utställning|föreläsning|konsert|fri|entré|beskrivning',
  },
  da: {
    name: 'Danish',
    words:
      'og|i|på|for|med|af|til|fra|om|den|det|et|en|er|som|ved|har|kan|ikke|januar|februar|marts|maj|juni|juli|oktober|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|kl|sted|tid|dato|udstilling|foredrag|koncert|adgang|beskrivelse',
  },
  no: {
    name: 'Norwegian',
    words:
      'og|i|på|for|med|av|til|fra|om|den|det|et|en|er|som|ved|har|kan|ikke|januar|februar|mars|mai|juni|juli|oktober|desember|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|kl|sted|tid|tittel|dato|utstilling|foredrag|konsert|beskrivelse',
  },
  fi: {
    name: 'Finnish',
    words:
      'ja|on|ei|se|että|kanssa|sekä|tai|klo|kello|kaikille|tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|paikka|nimi|aika|päivä|ajankohta|tapahtuma|näyttely|konsertti|vapaa|pääsy|kuvaus|selite',
  },
  cs: {
    name: 'Czech',
    words:
      'a|v|ve|na|z|ze|s|se|k|ke|do|pro|od|po|při|za|je|jsou|není|který|nebo|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle|hodin|místo|název|čas|akce|výstava|koncert|přednáška|vstup|volný|popis',
  },
  sk: {
    name: 'Slovak',
    words:
      'a|v|vo|na|z|zo|s|so|k|ku|do|pre|od|po|pri|za|je|sú|nie|ktorý|alebo|januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra|pondelok|utorok|streda|štvrtok|piatok|sobota|nedeľa|hodín|miesto|názov|dátum|čas|podujatie|výstava|koncert|prednáška|vstup|voľný|popis',
  },
  hr: {
    name: 'Croatian',
    words:
      'i|u|na|za|s|sa|od|do|iz|po|je|su|nije|koji|koja|te|kroz|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca|ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja|sati|mjesto|naziv|vrijeme|događaj|izložba|koncert|predavanje|ulaz|slobodan|opis',
  },
  hu: {
    name: 'Hungarian',
    words:
      'a|az|és|egy|nem|is|hogy|vagy|között|január|február|március|április|május|június|július|augusztus|szeptember|október|november|december|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|óra|órakor|helyszín|cím|dátum|időpont|esemény|kiállítás|előadás|hangverseny|belépés|ingyenes|leírás',
  },
  ro: {
    name: 'Romanian',
    words:
      'și|şi|în|la|cu|de|din|pe|pentru|prin|este|sunt|nu|care|sau|ale|lui|unui|unei|ianuarie|februarie|martie|aprilie|mai|iunie|iulie|septembrie|octombrie|noiembrie|decembrie|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|ora|loc|titlu|dată|eveniment|expoziție|intrare|liberă|descriere',
  },
  tr: {
    name: 'Turkish',
    words:
      've|bir|ile|için|bu|da|de|olarak|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|saat|yer|tarih|başlık|etkinlik|sergi|konser|ücretsiz|açıklama',
  },
  el: {
    name: 'Greek',
    letters: 'αεηικνορστω',
    words:
      'και|το|η|ο|τα|οι|του|της|των|στο|στη|στην|με|για|από|είναι|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|ώρα|τόπος|τίτλος|ημερομηνία|έκθεση|συναυλία|είσοδος',
  },
};
