export default definePageConfig({ navigationBarTitleText: '提一个结对' })
