import type { text as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const text: Translated<typeof english> = {
  'line-begins-too-many-lists': {
    message: 'une ligne commence par {found} listes et citations',
    hint: 'l’écrire simplement',
  },
  'text-title-without-words': {
    message: 'un titre est vide',
    hint: 'l’écrire après le croisillon : # Avant-propos',
  },
  'quote-with-other-than-paragraphs': {
    message: 'une citation ne contient que des paragraphes',
    hint: 'écrire le reste hors de la citation',
  },
  'picture-between-paragraphs': {
    message: 'une image doit se trouver entre des paragraphes',
    hint: 'la placer seule sur une ligne, entre deux lignes vides, hors des listes, citations, tableaux, titres et liens',
  },
  'text-picture-without-words': {
    message: 'l’image n’a pas de texte de remplacement',
    hint: 'décrire l’image entre les crochets : ![Le port, la nuit](pictures/port.jpg) ; pour une image décorative, y écrire {word}',
  },
  'html-not-read': {
    message: 'le HTML n’est pas pris en charge',
    hint: 'écrire en Markdown ; une barre oblique inverse en fin de ligne fait passer à la ligne',
  },
  'code-block-not-printed': {
    message: 'les blocs de code ne sont pas pris en charge',
    hint: 'commencer ses lignes à la marge de gauche, sans les entourer de ```',
  },
  'rule-not-printed': {
    message: 'les filets horizontaux ne sont pas pris en charge',
    hint: 'le supprimer, ou écrire un titre : ## …',
  },
  'markdown-not-printed': '{type} n’est pas pris en charge',
  'second-title': {
    message: 'un texte a un seul titre, placé au début',
    hint: 'donner deux croisillons à cet intertitre : ## …',
  },
  'heading-without-words': 'un intertitre est vide',
  'list-too-deep': {
    message: 'une liste est imbriquée dans plus de {most} listes',
    hint: 'en faire une liste à part',
  },
  'list-item-without-words': {
    message: 'un élément de liste doit commencer par des mots',
    hint: 'les écrire après le signe de l’élément',
  },
  'list-item-with-other': {
    message: 'un élément de liste ne contient que des mots et des listes',
    hint: 'terminer la liste avant ce passage',
  },
  'table-row-too-long': 'une ligne compte plus de cellules que le tableau n’a d’intitulés ({columns})',
  'character-code-unknown': {
    message: '{code} n’est pas pris en charge',
    hint: 'écrire le caractère lui-même',
  },
  'underscores-emphasis': {
    message: 'les tirets bas ne mettent pas en gras ni en italique',
    hint: 'utiliser des astérisques : *italique*, **gras** ; ou écrire \\_',
  },
  'link-without-words': {
    message: 'un lien s’écrit avec des mots et une adresse',
    hint: 'écrire [mots]({link})',
  },
  'code-not-printed': {
    message: 'le code dans le texte n’est pas pris en charge',
    hint: 'supprimer les accents graves',
  },
  'address-not-allowed': {
    message: '« {url} » n’est pas une adresse admise',
    hint: 'adresses possibles : https://…, http://…, mailto:… ou tel:…',
  },
  'text-has-too-many-characters': {
    message: 'le texte compte {found} caractères ; {most} au plus sont lus',
    hint: 'le répartir en plusieurs parties',
  },
  'text-has-too-many-lines': {
    message: 'le texte compte {found} lignes ; {most} au plus sont lues',
    hint: 'le répartir en plusieurs parties',
  },
  'text-has-too-many-signs': {
    message: 'le texte compte {found} signes tels que * et [ ; {most} au plus sont lus',
    hint: 'le répartir en plusieurs parties',
  },
  'text-has-too-many-lines-of-dashes': {
    message: 'le texte compte {found} lignes de tirets ; {most} au plus sont lues',
    hint: 'le répartir en plusieurs parties',
  },
  'region-listed-twice': 'la région {code} figure deux fois dans la liste',
  'region-without-name': {
    message: '{region} n’a pas de nom en {languages}',
    hint: 'une région doit avoir un nom dans chaque langue de publication du programme',
  },
  'place-of-unknown-region': {
    message: '{region} ne figure pas dans {file}',
    hint: 'corriger le code, ou ajouter la région dans ce fichier',
  },
  'place-id-twice': 'deux lieux ont l’identifiant {id}',
  'place-name-twice': {
    message: 'deux lieux s’impriment « {name} »',
    hint: 'leur donner des noms différents, ou des villes différentes, qui s’impriment alors avec le nom',
  },
};
