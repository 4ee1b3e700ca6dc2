import type { LabelLanguage } from '@hansa/domain/table-labels'

/** What is said of what a cell may hold; `$` stands for what is named. */
export type RuleWords = Readonly<
  Record<
    | 'text'
    | 'longest'
    | 'number'
    | 'whole'
    | 'truth'
    | 'choice'
    | 'concept'
    | 'entry'
    | 'date'
    | 'address'
    | 'language'
    | 'currency'
    | 'json'
    | 'list'
    | 'lines'
    | 'needed'
    | 'byLanguage',
    string
  >
>

export const ruleWords: Readonly<Record<LabelLanguage, RuleWords>> = {
  en: {
    text: 'text',
    longest: 'text of at most $ characters',
    number: 'a number such as 24.5',
    whole: 'a whole number',
    truth: 'true or false',
    choice: 'one of: $',
    concept: 'a word of the vocabulary $, in any language',
    entry: 'id, address name or title ($)',
    date: 'a date such as 2016, 2016-11 or 2016-11-05',
    address: 'a web address with https://',
    language: 'a language such as en or pt-BR',
    currency: 'a currency such as EUR',
    json: 'JSON, as exports write it',
    list: 'several, with ; between them: $',
    lines: 'one a line, its parts with | between them: $',
    needed: 'Needed.',
    byLanguage: 'In another language: a column of the same name with the language behind it (title@de).',
  },
  fr: {
    text: 'texte',
    longest: 'texte de $ caractères au plus',
    number: 'un nombre comme 24.5',
    whole: 'un nombre entier',
    truth: 'true ou false',
    choice: 'l’une de ces valeurs : $',
    concept: 'un mot du vocabulaire $, dans n’importe quelle langue',
    entry: 'identifiant, nom dans l’adresse ou titre ($)',
    date: 'une date comme 2016, 2016-11 ou 2016-11-05',
    address: 'une adresse web avec https://',
    language: 'une langue comme en ou pt-BR',
    currency: 'une devise comme EUR',
    json: 'JSON, comme l’écrivent les exports',
    list: 'plusieurs, séparés par ; : $',
    lines: 'un par ligne, ses parties séparées par | : $',
    needed: 'Obligatoire.',
    byLanguage: 'Dans une autre langue : une colonne du même nom suivi de la langue (title@de).',
  },
  de: {
    text: 'Text',
    longest: 'Text mit höchstens $ Zeichen',
    number: 'eine Zahl wie 24.5',
    whole: 'eine ganze Zahl',
    truth: 'true oder false',
    choice: 'eines von: $',
    concept: 'ein Wort des Vokabulars $, in beliebiger Sprache',
    entry: 'Kennung, Name in der Adresse oder Titel ($)',
    date: 'ein Datum wie 2016, 2016-11 oder 2016-11-05',
    address: 'eine Webadresse mit https://',
    language: 'eine Sprache wie en oder pt-BR',
    currency: 'eine Währung wie EUR',
    json: 'JSON, wie Exporte es schreiben',
    list: 'mehrere, durch ; getrennt: $',
    lines: 'eines je Zeile, seine Teile durch | getrennt: $',
    needed: 'Wird gebraucht.',
    byLanguage: 'In einer anderen Sprache: eine Spalte gleichen Namens mit der Sprache dahinter (title@de).',
  },
  es: {
    text: 'texto',
    longest: 'texto de $ caracteres como máximo',
    number: 'un número como 24.5',
    whole: 'un número entero',
    truth: 'true o false',
    choice: 'uno de: $',
    concept: 'una palabra del vocabulario $, en cualquier idioma',
    entry: 'identificador, nombre en la dirección o título ($)',
    date: 'una fecha como 2016, 2016-11 o 2016-11-05',
    address: 'una dirección web con https://',
    language: 'un idioma como en o pt-BR',
    currency: 'una moneda como EUR',
    json: 'JSON, como lo escriben las exportaciones',
    list: 'varios, separados por ; : $',
    lines: 'uno por línea, sus partes separadas por | : $',
    needed: 'Obligatorio.',
    byLanguage: 'En otro idioma: una columna del mismo nombre seguido del idioma (title@de).',
  },
  pl: {
    text: 'tekst',
    longest: 'tekst o długości najwyżej $ znaków',
    number: 'liczba, na przykład 24.5',
    whole: 'liczba całkowita',
    truth: 'true lub false',
    choice: 'jedno z: $',
    concept: 'słowo ze słownika $, w dowolnym języku',
    entry: 'identyfikator, nazwa w adresie lub tytuł ($)',
    date: 'data, na przykład 2016, 2016-11 lub 2016-11-05',
    address: 'adres internetowy z https://',
    language: 'język, na przykład en lub pt-BR',
    currency: 'waluta, na przykład EUR',
    json: 'JSON, tak jak zapisują go eksporty',
    list: 'kilka, oddzielonych znakiem ; : $',
    lines: 'po jednym w wierszu, części oddzielone znakiem | : $',
    needed: 'Wymagane.',
    byLanguage: 'W innym języku: kolumna o tej samej nazwie z językiem na końcu (title@de).',
  },
  uk: {
    text: 'текст',
    longest: 'текст не довший за $ знаків',
    number: 'число, наприклад 24.5',
    whole: 'ціле число',
    truth: 'true або false',
    choice: 'одне з: $',
    concept: 'слово зі словника $, будь-якою мовою',
    entry: 'ідентифікатор, назва в адресі або заголовок ($)',
    date: 'дата, наприклад 2016, 2016-11 або 2016-11-05',
    address: 'вебадреса з https://',
    language: 'мова, наприклад en або pt-BR',
    currency: 'валюта, наприклад EUR',
    json: 'JSON, як його записують експорти',
    list: 'кілька, розділених знаком ; : $',
    lines: 'по одному в рядку, частини розділені знаком | : $',
    needed: 'Обов’язково.',
    byLanguage: 'Іншою мовою: стовпець із тією самою назвою та мовою наприкінці (title@de).',
  },
  tr: {
    text: 'metin',
    longest: 'en çok $ karakterlik metin',
    number: '24.5 gibi bir sayı',
    whole: 'bir tam sayı',
    truth: 'true ya da false',
    choice: 'şunlardan biri: $',
    concept: '$ sözlüğünden herhangi bir dildeki bir sözcük',
    entry: 'kimlik, adresteki ad ya da başlık ($)',
    date: '2016, 2016-11 ya da 2016-11-05 gibi bir tarih',
    address: 'https:// ile bir web adresi',
    language: 'en ya da pt-BR gibi bir dil',
    currency: 'EUR gibi bir para birimi',
    json: 'dışa aktarmaların yazdığı biçimde JSON',
    list: 'aralarında ; ile birden çok: $',
    lines: 'her satırda bir tane, parçaları | ile ayrılmış: $',
    needed: 'Gerekli.',
    byLanguage: 'Başka bir dilde: aynı adı taşıyan ve sonunda dil bulunan bir sütun (title@de).',
  },
}
