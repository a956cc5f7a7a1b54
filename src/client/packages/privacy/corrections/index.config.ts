export default definePageConfig({ navigationBarTitleText: '请人更正' })
