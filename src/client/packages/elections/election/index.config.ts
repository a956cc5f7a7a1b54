export default definePageConfig({ navigationBarTitleText: '推选' })
