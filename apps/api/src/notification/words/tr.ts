import type { NewsWords } from '../news-words.ts'

/** News in Turkish. */
export const newsTr: NewsWords = {
  about: {
    'followed.news': 'Takip ettiğiniz konuda yenilik var:',
    'search.hits': 'Kaydettiğiniz arama sonuç buldu:',
    'curation.submitted': 'Bir kayıt değerlendirmeye gönderildi:',
    'curation.review-asked': 'Değerlendirmeniz isteniyor:',
    'curation.changes-requested': 'Değişiklik isteniyor:',
    'curation.remarks-answered': 'Görüşlerinize yanıt verildi:',
    'curation.recommended': 'Bir öneri verildi:',
    'curation.accepted': 'Kaydınız kabul edildi:',
    'curation.published': 'Kaydınız yayımlandı:',
    'curation.rejected': 'Kaydınız kabul edilmedi:',
    'curation.merged': 'Kaydınız bir başkasıyla birleştirildi:',
    'curation.confirmation-due': 'Lütfen bunun hâlâ geçerli olduğunu onaylayın:',
    'curation.confirmation-overdue': 'Bunun hâlâ geçerli olduğu çok uzun süredir onaylanmadı:',
    'affiliation.asked': 'Biri buraya bağlı olmak istiyor:',
    'affiliation.confirmed': 'Bağlılığınız onaylandı:',
    'affiliation.refused': 'Bağlılığınız onaylanmadı:',
    'affiliation.ended': 'Bağlılığınız sona erdi:',
    'affiliation.handed-over': 'Bundan sonra sizin sorumluluğunuzda:',
    'affiliation.reviewer': 'Artık değerlendiricisisiniz:',
  },
  by: (name) => `Kim: ${name}.`,
  count: (count) => `${count} yeni veya değişmiş kayıt:`,
  subject: (count) => `Hansa: ${count} haber`,
  open: 'Aç',
  all: 'Tüm haberlerinize bakın',
  why: {
    followed: 'Bu mektup, Hansa’da bir şeyi takip ettiğiniz için geldi.',
    search: 'Bu mektup, Hansa’da bir arama kaydettiğiniz için geldi.',
    curation:
      'Bu mektup, Hansa’da kayıt yazdığınız, değerlendirdiğiniz veya kayıtlardan sorumlu olduğunuz için geldi.',
    affiliation: 'Bu mektup, Hansa’daki bağlılığınızla veya sorumlu olduklarınızla ilgili olduğu için geldi.',
    daily: 'Bu mektup, Hansa’dan günde bir kez haber almayı seçtiğiniz için geldi.',
    weekly: 'Bu mektup, Hansa’dan haftada bir kez haber almayı seçtiğiniz için geldi.',
    watch: (name) => `Bu mektup, Hansa’dan “${name}” hakkında haber istediğiniz için geldi.`,
  },
  stop: {
    watch: 'Bu konuda mektup gönderme',
    sort: 'Bu tür mektupları gönderme',
    digest: 'Bu mektubu bir daha gönderme',
  },
}
