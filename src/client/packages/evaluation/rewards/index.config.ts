export default definePageConfig({ navigationBarTitleText: '考核奖励' })
