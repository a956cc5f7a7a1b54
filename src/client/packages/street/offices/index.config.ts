export default definePageConfig({ navigationBarTitleText: '谁担任什么' })
