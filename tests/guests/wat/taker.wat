;; Takes every event and every state, and returns a state of 1 MiB: what values cost on their way. Nothing is kept behind them.
(module
  (memory (export "memory") 40)
  (func (export "phira:plugin/event-handler@1.0.0#on-event") (param i32) (result i32)
    (global.set $heap (i32.const 8192))
    (i32.const 2048))
  (func (export "phira:plugin/state-handler@1.0.0#save-state") (result i32)
    (i32.store offset=4 (i32.const 3072) (i32.const 8192))
    (i32.store offset=8 (i32.const 3072) (i32.const 1048576))
    (i32.const 3072))
  (func (export "phira:plugin/state-handler@1.0.0#restore-state") (param i32 i32) (result i32)
    (global.set $heap (i32.const 8192))
    (i32.const 2048))
  (func (export "phira:plugin/lifecycle@1.0.0#start") (result i32) (i32.const 2048))
  ;;include lifecycle
)
