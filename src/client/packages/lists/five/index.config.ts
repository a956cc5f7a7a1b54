export default definePageConfig({ navigationBarTitleText: '五清单' })
