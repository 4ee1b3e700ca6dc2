import type { NewsWords } from '../news-words.ts'

/** News in French. */
export const newsFr: NewsWords = {
  about: {
    'followed.news': 'Du nouveau sur ce que vous suivez :',
    'search.hits': 'Votre recherche enregistrée a trouvé quelque chose :',
    'curation.submitted': 'Une fiche a été envoyée pour évaluation :',
    'curation.review-asked': 'Une évaluation vous est demandée :',
    'curation.changes-requested': 'Des modifications sont demandées :',
    'curation.remarks-answered': 'Vos remarques ont reçu une réponse :',
    'curation.recommended': 'Une recommandation a été rendue :',
    'curation.accepted': 'Votre fiche est acceptée :',
    'curation.published': 'Votre fiche est publiée :',
    'curation.rejected': 'Votre fiche n’a pas été acceptée :',
    'curation.merged': 'Votre fiche a été réunie avec une autre :',
    'curation.confirmation-due': 'Merci de confirmer que ceci est toujours exact :',
    'curation.confirmation-overdue': 'Personne n’a confirmé depuis trop longtemps que ceci est exact :',
    'affiliation.asked': 'Quelqu’un demande à être rattaché à :',
    'affiliation.confirmed': 'Votre rattachement est confirmé :',
    'affiliation.refused': 'Votre rattachement n’a pas été confirmé :',
    'affiliation.ended': 'Votre rattachement a pris fin :',
    'affiliation.handed-over': 'Vous êtes désormais responsable de :',
    'affiliation.reviewer': 'Vous évaluez désormais :',
  },
  by: (name) => `Par ${name}.`,
  count: (count) =>
    count < 2 ? `${count} fiche nouvelle ou modifiée :` : `${count} fiches nouvelles ou modifiées :`,
  subject: (count) => `Hansa : ${count} nouvelles`,
  open: 'Ouvrir',
  all: 'Voir toutes vos nouvelles',
  why: {
    followed: 'Vous recevez cette lettre parce que vous suivez quelque chose sur Hansa.',
    search: 'Vous recevez cette lettre parce que vous avez enregistré une recherche sur Hansa.',
    curation: 'Vous recevez cette lettre parce que vous écrivez, évaluez ou suivez des fiches sur Hansa.',
    affiliation:
      'Vous recevez cette lettre parce qu’il s’agit de vos rattachements sur Hansa, ou de ce dont vous êtes responsable.',
    daily:
      'Vous recevez cette lettre parce que vous avez choisi d’avoir des nouvelles de Hansa une fois par jour.',
    weekly:
      'Vous recevez cette lettre parce que vous avez choisi d’avoir des nouvelles de Hansa une fois par semaine.',
    watch: (name) =>
      `Vous recevez cette lettre parce que vous avez demandé des nouvelles de « ${name} » sur Hansa.`,
  },
  stop: {
    watch: 'Ne plus recevoir de lettres à ce sujet',
    sort: 'Ne plus recevoir de lettres de ce genre',
    digest: 'Ne plus recevoir cette lettre',
  },
}
