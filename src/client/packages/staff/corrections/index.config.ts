export default definePageConfig({ navigationBarTitleText: '更正请求' })
