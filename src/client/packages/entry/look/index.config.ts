export default definePageConfig({ navigationBarTitleText: '字和颜色' })
