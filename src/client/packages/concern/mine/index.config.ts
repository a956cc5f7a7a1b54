export default definePageConfig({ navigationBarTitleText: '我反映的', enablePullDownRefresh: true })
