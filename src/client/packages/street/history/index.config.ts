export default definePageConfig({ navigationBarTitleText: '网格变动' })
