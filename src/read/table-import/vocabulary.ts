import type { Lang } from '../../model/text.ts';

/** What a heading says that its column holds, before sides and languages are looked at. */
export type Role =
  | 'ignore'
  | 'when'
  | 'start'
  | 'end'
  | 'date'
  | 'status'
  | 'category'
  | 'description'
  | 'region'
  | 'body'
  | 'theme'
  | 'title'
  | 'id';

/**
 * Words of headings by role and language. A star stands for any ending; an equals sign means the whole heading. The first role of the list that a heading has a word of
 * wins: "Date de début" is a start, "Description of the project" a description, "Nom de la collectivité" a body.
 */
export const VOCABULARY: readonly (readonly [Role, Readonly<Record<Lang, readonly string[]>>])[] = [
  [
    'ignore',
    {
      en: 'no|nr|n|num|number|venue|place|location|budget|cost*|funding|contact*|e mail|email|phone|website|url|link*|comment*|remark*|note*|updated|last update|participants|audience|language*|duration|=time|hours',
      fr: 'n|no|num|numero|lieu*|budget|cout*|financement*|contact*|courriel|telephone|site internet|site web|lien*|commentaire*|remarque*|observation*|mise a jour|nombre|participants|=public|public cible|public vise|langue*|duree|heure*|horaire*',
      ru: 'п п|номер|место*|место проведения|бюджет*|стоимость|финансирован*|контакт*|телефон*|почта|сайт*|ссылк*|комментари*|примечани*|обновл*|количество|число|участники|аудитория|язык*|продолжительность|время',
    },
  ],
  ['when', { en: 'edtf', fr: 'edtf', ru: 'edtf' }],
  [
    'start',
    {
      en: 'start*|begin*|=from|date from',
      fr: 'debut|date de debut|commencement|=du',
      ru: 'начало|начала|дата начала|=с',
    },
  ],
  [
    'end',
    {
      en: 'end|ends|ending|end date|finish*|until|=to|date to',
      fr: 'fin|date de fin|jusqu au|=au',
      ru: 'конец|окончани*|завершени*|дата окончания|=по',
    },
  ],
  [
    'date',
    {
      en: 'date|dates|planned date*|when|period|timing|timeline|schedule|calendar|month|year|deadline',
      fr: 'date|dates|quand|periode*|calendrier|echeance*|mois|annee',
      ru: 'дата|даты|срок|сроки|период*|календарь|месяц|год|время проведения|когда',
    },
  ],
  ['status', { en: 'status|state', fr: 'statut|etat|etat d avancement', ru: 'статус|состояние' }],
  [
    'category',
    {
      en: 'categor*|type|kind|format|nature',
      fr: 'categorie*|type|nature|format',
      ru: 'категори*|тип|вид|формат',
    },
  ],
  [
    'description',
    {
      en: 'descri*|summary|abstract|details|content*|about|objective*|aim*|presentation',
      fr: 'descri*|resume|details|contenu|objectif*|presentation|synthese',
      ru: 'описани*|содержани*|аннотаци*|цель|цели|подробн*|о проекте|о мероприятии',
    },
  ],
  [
    'region',
    {
      en: 'region*|oblast|province|territory|county|state',
      fr: 'region*|departement*|territoire*|province',
      ru: 'регион*|область|субъект*|край|округ|территори*',
    },
  ],
  [
    'body',
    {
      en: 'body|bodies|government*|authorit*|organis*|organiz*|institution*|partner*|city|cities|town*|municipal*|side|party|universit*|local|stakeholder*|host',
      fr: 'collectivite*|organis*|institution*|partenaire*|porteur*|ville*|commune*|municipalit*|cote|partie|universite*|etablissement*|acteur*|structure*',
      ru: 'орган*|организац*|организатор*|учрежден*|партнер*|город*|муниципал*|сторон*|участник|вуз*|университет*|исполнител*|власт*',
    },
  ],
  [
    'theme',
    {
      en: 'theme*|topic|field|sector|section|area|strand|domain',
      fr: 'theme*|thematique*|axe*|domaine*|secteur*|volet*|rubrique*|section',
      ru: 'тема|темы|тематик*|направлени*|раздел*|сфера|рубрик*|область сотрудничества',
    },
  ],
  [
    'title',
    {
      en: 'title|name|event*|project*|activit*|action*|initiative*|what',
      fr: 'titre*|intitule*|nom|evenement*|manifestation*|projet*|action*|activite*|initiative*|operation*|libelle',
      ru: 'название|наименовани*|мероприяти*|событи*|проект*|инициатив*|акци*|заголовок',
    },
  ],
  [
    'id',
    {
      en: 'id|code|identifier|ref|reference',
      fr: 'id|code|identifiant|ref|reference',
      ru: 'код|ид|идентификатор',
    },
  ],
].map(([role, words]) => [
  role as Role,
  Object.fromEntries(
    Object.entries(words as Record<Lang, string>).map(([lang, list]) => [lang, list.split('|')]),
  ) as Record<Lang, string[]>,
]);

/** Words of title headings that mean nothing but a title; the others may also stand beside it. */
export const NAMES_TITLE = 'title|name|titre*|intitule*|nom|libelle|название|наименовани*|заголовок'.split(
  '|',
);

/** Names of languages in headings, and the codes that stand at their end. */
export const LANGUAGE_WORDS: Readonly<Record<Lang, { names: readonly string[]; codes: readonly string[] }>> =
  {
    en: { names: 'english|anglais*|английск*'.split('|'), codes: 'en|eng|англ|gb|uk'.split('|') },
    fr: { names: 'french|francais*|французск*'.split('|'), codes: 'fr|fra|фр|франц'.split('|') },
    ru: { names: 'russian|russe*|русск*'.split('|'), codes: 'ru|rus|рус'.split('|') },
  };

/** Common small words by which a text tells its language. */
export const SMALL_WORDS: Readonly<Record<Lang, readonly string[]>> = {
  en: 'the|of|and|in|for|with|to|on|by|at'.split('|'),
  fr: 'le|la|les|des|du|de|et|en|pour|avec|une|un|au|aux|sur|dans'.split('|'),
  ru: 'и|в|на|с|по|для|из|от|к|о|во|со'.split('|'),
};

/** Words before the title of a theme: "Theme: sport". */
export const THEME_PREFIX =
  /^\s*(?:themes?|thèmes?|thématiques?|axes?|volet|section|тема|раздел|направление|рубрика)(?:\s*(?:n°|№)?\s*[\dIVX]+)?\s*[:.–—-]\s*/iu;
