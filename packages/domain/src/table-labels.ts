/** Languages of the labels below, in their order. */
export const labelLanguages = ['en', 'fr', 'de', 'es', 'pl', 'uk', 'tr'] as const
export type LabelLanguage = (typeof labelLanguages)[number]

/** A line for each column: its path, then what it is called in each language; behind `;` what others call it. */
const table = `
id|Id;Entry id|Identifiant|Kennung|Identificador|Identyfikator|Ідентифікатор|Kimlik
slug|Name in the address;Slug|Nom dans l’adresse|Name in der Adresse|Nombre en la dirección|Nazwa w adresie|Назва в адресі|Adresteki ad
title|Title;Name|Titre;Nom|Titel;Name|Título;Nombre|Tytuł;Nazwa|Назва;Заголовок|Başlık;Ad
summary|Summary;Abstract|Résumé|Zusammenfassung;Kurzfassung|Resumen|Streszczenie;Podsumowanie|Стислий опис;Резюме|Özet
contentLanguage|Language of the texts;Language|Langue des textes;Langue|Sprache der Texte;Sprache|Idioma de los textos;Idioma|Język tekstów;Język|Мова текстів;Мова|Metinlerin dili;Dil
licence|Licence;License|Licence|Lizenz|Licencia|Licencja|Ліцензія|Lisans
coverage|How much is told;Coverage|Étendue des informations|Umfang der Angaben|Alcance de la información|Zakres informacji|Обсяг відомостей|Bilginin kapsamı
provenance.system|Source system;System|Système d’origine|Herkunftssystem|Sistema de origen|System źródłowy|Система-джерело|Kaynak sistem
provenance.id|Id in the source system;Source id;External id|Identifiant dans le système d’origine|Kennung im Herkunftssystem|Identificador en el sistema de origen|Identyfikator w systemie źródłowym|Ідентифікатор у системі-джерелі|Kaynak sistemdeki kimlik
provenance.harvested|Taken over on;Harvested|Repris le|Übernommen am|Recogido el|Przejęto dnia|Отримано|Alındığı tarih
sources|Sources;References|Sources;Références|Quellen|Fuentes;Referencias|Źródła|Джерела|Kaynaklar
identifiers|Identifiers elsewhere;Identifiers|Identifiants ailleurs|Kennungen anderswo|Identificadores externos|Identyfikatory zewnętrzne|Інші ідентифікатори|Diğer kimlikler
alternativeNames|Other names;Alternative names|Autres noms|Weitere Namen;Andere Namen|Otros nombres|Inne nazwy|Інші назви|Diğer adlar
strapline|Strapline;In one sentence|En une phrase;Accroche|In einem Satz;Untertitel|En una frase;Subtítulo|W jednym zdaniu;Podtytuł|Одним реченням;Підзаголовок|Tek cümleyle;Alt başlık
challenge|Challenge;Problem|Défi;Problème|Herausforderung;Problem|Reto;Desafío;Problema|Wyzwanie;Problem|Виклик;Проблема|Sorun;Zorluk
objectives|Objectives;Goals|Objectifs|Ziele|Objetivos|Cele|Цілі|Hedefler;Amaçlar
solution|Solution;Steps|Solution;Étapes|Lösung;Schritte|Solución;Pasos|Rozwiązanie;Kroki|Рішення;Кроки|Çözüm;Adımlar
components|Components;Building blocks|Composants;Éléments|Bausteine|Componentes|Składniki;Elementy|Складники|Bileşenler
difficulties|Difficulties;What failed|Difficultés|Schwierigkeiten|Dificultades|Trudności|Труднощі|Güçlükler
leadOrganisation|Lead organisation;Lead organization|Organisation responsable;Organisme chef de file|Federführende Organisation|Organización responsable|Organizacja wiodąca|Провідна організація|Yürütücü kuruluş
partners|Partners|Partenaires|Partner|Socios|Partnerzy|Партнери|Ortaklar
staffBand|Staff (full-time equivalents);Staff|Personnel (équivalents temps plein);Personnel|Personal (Vollzeitstellen);Personal|Personal (jornadas completas)|Personel (etaty);Personel|Персонал (повні ставки);Персонал|Personel (tam zamanlı);Personel
staffNote|Note on staff|Remarque sur le personnel|Anmerkung zum Personal|Nota sobre el personal|Uwaga o personelu|Примітка про персонал|Personel notu
volunteers|Volunteers|Bénévoles|Freiwillige;Ehrenamtliche|Voluntariado;Voluntarios|Wolontariusze|Волонтери|Gönüllüler
city|City;Town;Municipality|Ville;Commune|Stadt;Gemeinde|Ciudad;Municipio|Miasto;Gmina|Місто|Şehir;Kent;Belediye
furtherCities|Further cities|Autres villes|Weitere Städte|Otras ciudades|Inne miasta|Інші міста|Diğer şehirler
country|Country|Pays|Land;Staat|País|Kraj;Państwo|Країна|Ülke
territory|Territory;Area|Territoire|Gebiet|Territorio|Obszar;Terytorium|Територія|Bölge
networks|Networks;Network|Réseaux;Réseau|Netzwerke;Netze;Netzwerk|Redes;Red|Sieci;Sieć|Мережі;Мережа|Ağlar;Ağ
governanceLevel|Level of government|Niveau de gouvernance|Verwaltungsebene;Regierungsebene|Nivel de gobierno|Szczebel władzy;Poziom zarządzania|Рівень врядування|Yönetim düzeyi
cityRoles|Roles of the city;City roles|Rôles de la ville|Rollen der Stadt|Funciones de la ciudad|Role miasta|Ролі міста|Kentin rolleri
policyAreas|Policy areas;Policy area;Topics;Themes|Domaines d’action;Domaines politiques;Thèmes|Politikfelder;Handlungsfelder;Themen|Ámbitos de actuación;Ámbitos políticos;Temas|Obszary polityki;Tematy|Напрями політики;Теми|Politika alanları;Konular
measureTypes|Types of measure;Measure types|Types de mesure|Arten von Maßnahmen;Maßnahmentypen|Tipos de medida|Rodzaje działań|Типи заходів|Önlem türleri
targetGroups|Target groups;Target group|Groupes cibles;Publics cibles|Zielgruppen|Grupos destinatarios;Grupos destino|Grupy docelowe|Цільові групи|Hedef gruplar
governanceDimensions|Dimensions of governance|Dimensions de la gouvernance|Dimensionen der Steuerung|Dimensiones de la gobernanza|Wymiary zarządzania|Виміри врядування|Yönetişim boyutları
start|Start;Begun;Start date|Début;Date de début|Beginn;Start|Inicio;Fecha de inicio|Początek;Data rozpoczęcia|Початок|Başlangıç
end|End;Ended;End date|Fin;Date de fin|Ende|Fin;Fecha de fin|Koniec;Data zakończenia|Кінець;Завершення|Bitiş
stage|Stage;Status|Stade;Statut|Stand;Status|Fase;Estado|Etap;Status|Етап;Статус|Aşama;Durum
participationLevel|Level of participation|Niveau de participation|Grad der Beteiligung|Nivel de participación|Poziom uczestnictwa|Рівень участі|Katılım düzeyi
participationHow|How migrants take part|Comment les personnes migrantes participent|Wie Zugewanderte beteiligt sind|Cómo participan las personas migrantes|Jak uczestniczą migranci|Як беруть участь мігранти|Göçmenler nasıl katılıyor
budgetBand|Budget|Budget|Budget;Kosten|Presupuesto|Budżet|Бюджет|Bütçe
budgetNote|Note on the budget|Remarque sur le budget|Anmerkung zum Budget|Nota sobre el presupuesto|Uwaga o budżecie|Примітка про бюджет|Bütçe notu
currency|Currency|Devise;Monnaie|Währung|Moneda|Waluta|Валюта|Para birimi
fundingSources|Sources of funding;Funding|Sources de financement;Financement|Finanzierungsquellen;Finanzierung|Fuentes de financiación;Financiación|Źródła finansowania;Finansowanie|Джерела фінансування;Фінансування|Finansman kaynakları;Finansman
fundingNote|Note on funding|Remarque sur le financement|Anmerkung zur Finanzierung|Nota sobre la financiación|Uwaga o finansowaniu|Примітка про фінансування|Finansman notu
legalBasis|Legal basis|Base juridique;Base légale|Rechtsgrundlage|Base jurídica;Base legal|Podstawa prawna|Правова основа|Yasal dayanak
results|Results|Résultats|Ergebnisse|Resultados|Wyniki;Rezultaty|Результати|Sonuçlar
notMeasured|Results were not measured|Résultats non mesurés|Ergebnisse nicht gemessen|Resultados no medidos|Wyników nie mierzono|Результати не вимірювали|Sonuçlar ölçülmedi
evidenceLevel|Evidence level;Evidence|Niveau de preuve|Evidenzstufe;Evidenz|Nivel de evidencia|Poziom dowodów|Рівень доказовості|Kanıt düzeyi
evaluations|Evaluations|Évaluations|Evaluationen|Evaluaciones|Ewaluacje|Оцінювання|Değerlendirmeler
preconditions|What it needs;Preconditions|Conditions préalables|Voraussetzungen|Condiciones previas;Requisitos|Warunki wstępne|Передумови|Ön koşullar
successFactors|Success factors|Facteurs de réussite|Erfolgsfaktoren|Factores de éxito|Czynniki sukcesu|Чинники успіху|Başarı etkenleri
offers|Offers to others;Offers|Offres|Angebote|Ofertas|Oferty|Пропозиції|Sunulanlar
contact.organisation|Contact: organisation;Contact organisation|Contact : organisation|Kontakt: Organisation|Contacto: organización|Kontakt: organizacja|Контакт: організація|İletişim: kuruluş
contact.role|Contact: role;Contact role|Contact : fonction|Kontakt: Funktion|Contacto: función|Kontakt: funkcja|Контакт: посада|İletişim: görev
contact.url|Contact: web page;Contact|Contact : page web|Kontakt: Webseite|Contacto: página web|Kontakt: strona|Контакт: вебсторінка|İletişim: web sayfası
media|Pictures elsewhere;Media|Images ailleurs;Médias|Bilder anderswo;Medien|Imágenes externas|Zdjęcia zewnętrzne|Зображення на інших сайтах|Başka yerdeki görseller
translations|Translations|Traductions|Übersetzungen|Traducciones|Tłumaczenia|Переклади|Çeviriler
type|Type|Type|Art;Typ|Tipo|Rodzaj;Typ|Тип|Tür;Tip
acronym|Acronym;Abbreviation|Sigle;Acronyme|Kürzel;Abkürzung|Siglas;Acrónimo|Skrót|Скорочення;Абревіатура|Kısaltma
website|Website;Web page;URL|Site web;Site internet|Website;Webseite|Sitio web;Página web|Strona internetowa;Strona WWW|Вебсайт|Web sitesi
region|Region;Province;State|Région|Region;Bundesland|Región;Provincia|Region;Województwo|Регіон;Область|Bölge;İl
geonamesId|GeoNames id;GeoNames|Identifiant GeoNames|GeoNames-Kennung|Identificador de GeoNames|Identyfikator GeoNames|Ідентифікатор GeoNames|GeoNames kimliği
latitude|Latitude|Latitude|Breite;Breitengrad|Latitud|Szerokość geograficzna|Широта|Enlem
longitude|Longitude|Longitude|Länge;Längengrad|Longitud|Długość geograficzna|Довгота|Boylam
population|Population;Inhabitants|Population;Habitants|Einwohner;Bevölkerung;Einwohnerzahl|Población;Habitantes|Ludność;Liczba mieszkańców|Населення|Nüfus
populationYear|Year of the population|Année de la population|Jahr der Einwohnerzahl|Año de la población|Rok danych o ludności|Рік даних про населення|Nüfus yılı
populationSource|Source of the population|Source de la population|Quelle der Einwohnerzahl|Fuente de la población|Źródło danych o ludności|Джерело даних про населення|Nüfus kaynağı
languages|Languages of the administration;Languages|Langues de l’administration;Langues|Sprachen der Verwaltung;Sprachen|Idiomas de la administración;Idiomas|Języki urzędowe;Języki|Мови адміністрації;Мови|Yönetimin dilleri;Diller
urbanisation|Degree of urbanisation;DEGURBA|Degré d’urbanisation|Verstädterungsgrad|Grado de urbanización|Stopień urbanizacji|Ступінь урбанізації|Kentleşme derecesi
pathway|History as a destination;Pathway|Histoire migratoire|Geschichte als Zielort|Trayectoria como destino|Historia jako cel migracji|Історія як місця прибуття|Göç geçmişi
figures|Figures;Statistics|Chiffres;Statistiques|Zahlen;Statistik|Cifras;Estadísticas|Dane liczbowe;Statystyki|Показники;Статистика|Rakamlar;İstatistikler
competences|Who decides on what;Competences|Compétences|Zuständigkeiten|Competencias|Kompetencje|Повноваження|Yetkiler
network|Network|Réseau|Netzwerk;Netz|Red|Sieć|Мережа|Ağ
member|Member|Membre|Mitglied|Miembro|Członek|Член;Учасник|Üye
role|Role|Rôle|Rolle|Función;Papel|Rola|Роль|Rol;Görev
since|Member since;Since|Membre depuis;Depuis|Mitglied seit;Seit|Miembro desde;Desde|Członek od;Od|Член з|Üyelik başlangıcı
until|Member until;Until|Membre jusqu’à;Jusqu’à|Mitglied bis;Bis|Miembro hasta;Hasta|Członek do;Do|Член до|Üyelik bitişi
note|Note;Remark|Remarque|Anmerkung;Bemerkung|Nota;Observación|Uwaga|Примітка|Not
source.citation|Source;Citation|Source|Quelle|Fuente|Źródło|Джерело|Kaynak
source.section|Source: section|Source : passage|Quelle: Stelle|Fuente: sección|Źródło: rozdział|Джерело: розділ|Kaynak: bölüm
source.url|Source: address|Source : adresse|Quelle: Adresse|Fuente: dirección|Źródło: adres|Джерело: адреса|Kaynak: adres
source.accessed|Source: read on|Source : consultée le|Quelle: gelesen am|Fuente: consultada el|Źródło: odczytano dnia|Джерело: переглянуто|Kaynak: okunma tarihi
`

/** What each column of a table is called, in the order of `labelLanguages`: the label first. A file's columns are guessed by all of them. */
export const columnLabels: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [path = '', ...labels] = line.split('|')
      return [path, labels.map((words) => words.split(';'))]
    }),
)

/** The label of a column in a language. */
export const labelOf = (path: string, language: LabelLanguage): string =>
  columnLabels.get(path)?.[labelLanguages.indexOf(language)]?.[0] ?? path
