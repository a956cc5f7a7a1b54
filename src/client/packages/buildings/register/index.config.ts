export default definePageConfig({ navigationBarTitleText: '楼栋登记' })
