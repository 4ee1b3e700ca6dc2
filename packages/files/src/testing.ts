export * from './testing/samples.ts'
