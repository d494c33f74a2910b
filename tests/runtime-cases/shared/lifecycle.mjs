// The lifecycle of a plugin that does nothing, for components that are written out. It comes behind what else is in the component.
export const lifecycle = `
  (core module $plugin
    (memory (export "memory") 1)
    (data (i32.const 1024) "\\00\\10\\00\\00\\05\\00\\00\\00" "\\08\\10\\00\\00\\05\\00\\00\\00" "\\10\\10\\00\\00\\05\\00\\00\\00")
    (data (i32.const 1088) "\\08\\10\\00\\00\\05\\00\\00\\00")
    (data (i32.const 4096) "guest\\00\\00\\001.0.0\\00\\00\\00tests")
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 8192))
    (func (export "metadata") (result i32) (i32.const 1024))
    (func (export "init") (param i32 i32) (result i32) (i32.const 2048))
    (func (export "done") (result i32) (i32.const 2048)))
  (core instance $plugin (instantiate $plugin))
  (type $metadata (record
    (field "name" string) (field "version" string) (field "author" string) (field "description" (option string))
    (field "entry-point" (option string)) (field "dependencies" (list (tuple string string))) (field "permissions" (list string))
    (field "abi-version" string) (field "category" (option string)) (field "tags" (list string)) (field "website" (option string))
    (field "license" (option string)) (field "min-host-version" (option string)) (field "config-schema" (option string))
    (field "custom" (option string))))
  (func $metadata (result $metadata) (canon lift (core func $plugin "metadata") (memory (core memory $plugin "memory"))))
  (func $init (param "config" string) (result (result (error string)))
    (canon lift (core func $plugin "init") (memory (core memory $plugin "memory")) (realloc (core func $plugin "realloc"))))
  (func $done (result (result (error string))) (canon lift (core func $plugin "done") (memory (core memory $plugin "memory"))))
  (instance $lifecycle
    (export "metadata" (type $metadata)) (export "get-metadata" (func $metadata)) (export "init" (func $init))
    (export "start" (func $done)) (export "stop" (func $done)))
  (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle))`;
