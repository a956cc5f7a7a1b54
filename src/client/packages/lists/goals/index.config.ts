export default definePageConfig({ navigationBarTitleText: '小目标、小变化' })
