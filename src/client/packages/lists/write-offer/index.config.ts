export default definePageConfig({ navigationBarTitleText: '写一项服务' })
