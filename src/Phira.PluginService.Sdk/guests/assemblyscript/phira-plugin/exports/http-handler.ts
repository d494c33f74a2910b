import { Body, Header } from "../http";
import { IncomingRequest, Parameter, current } from "../plugin";
import { EXPORT_RESULT, Reader } from "../runtime/memory";
import { beginResult, releaseResult, unitResult } from "../runtime/results";

/** A request has too many fields for parameters: the host leaves it in a block of its own. */
export function http_handler__on_request(block: usize): usize {
  const request = readRequest(new Reader(block));
  heap.free(block);
  const answer = current().onRequest(request);
  const error = answer.error;
  if (error !== null) return unitResult(error);
  const writer = beginResult();
  writer.u8(0);
  writer.align(4);
  answer.value.write(writer);
  return EXPORT_RESULT;
}

export function post_http_handler__on_request(result: usize): void { releaseResult(); }

function readParameter(reader: Reader): Parameter {
  const name = reader.string();
  return new Parameter(name, reader.string());
}

function readRequest(reader: Reader): IncomingRequest {
  const request = new IncomingRequest();
  request.method = reader.string();
  request.path = reader.string();
  request.pattern = reader.string();
  request.pathParameters = reader.list<Parameter>(16, readParameter);
  request.query = reader.list<Parameter>(16, readParameter);
  request.headers = reader.list<Header>(Header.SIZE, Header.read);
  request.body = Body.read(reader);
  request.caller = reader.optionalString();
  return request;
}
