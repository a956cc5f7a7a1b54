export default definePageConfig({ navigationBarTitleText: '六个起来' })
