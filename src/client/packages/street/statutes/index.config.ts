export default definePageConfig({ navigationBarTitleText: '法定规则' })
