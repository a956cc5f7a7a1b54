export default definePageConfig({ navigationBarTitleText: '一个结对' })
