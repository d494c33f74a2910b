;; A component, but no plugin: it exports a handler and no lifecycle.
(module
  (memory (export "memory") 1)
  (func (export "phira:plugin/timer-handler@1.0.0#on-timer") (param i32) (result i32) (i32.const 2048))
)
