export default definePageConfig({ navigationBarTitleText: '常设服务' })
