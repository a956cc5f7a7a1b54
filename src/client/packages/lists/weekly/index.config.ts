export default definePageConfig({ navigationBarTitleText: '每周例会' })
