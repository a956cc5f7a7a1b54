export default definePageConfig({ navigationBarTitleText: '认住户' })
