export default definePageConfig({ navigationBarTitleText: '写志愿任务' })
