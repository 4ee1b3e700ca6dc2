document.documentElement.dataset.enhanced = ''

export {}
