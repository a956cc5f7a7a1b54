export default definePageConfig({ navigationBarTitleText: '三方联动' })
