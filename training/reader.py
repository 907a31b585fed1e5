"""The reader: its network, how a question and a passage become tokens, and what its four outputs mean.

A passage is a title (may be empty, never scored) and sentences; PASSAGE tokens of sentences at most.
"""
import torch
from torch import nn
from transformers import BertConfig, BertModel

CLS, SEP = 101, 102
QUESTION, TITLE, PASSAGE = 32, 24, 128
OUTSIDE = -1  # the sentence number of a token that belongs to no sentence


class Reader(nn.Module):
    """BERT with a head of four outputs for each token: value, attention, start, end."""

    def __init__(self, attention="sdpa"):
        super().__init__()
        config = BertConfig(
            vocab_size=30522,
            hidden_size=384,
            num_hidden_layers=6,
            num_attention_heads=12,
            intermediate_size=1536,
            attn_implementation=attention,
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.head = nn.Linear(config.hidden_size, 4)

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        )
        return self.head(states.last_hidden_state)


def load(path, attention="sdpa"):
    """The network with the weights of a checkpoint ({"m": weights}), in single precision."""
    state = torch.load(path, map_location="cpu")
    state = {k: v.float() for k, v in state.get("m", state).items()}
    network = Reader(attention)
    missing, unknown = network.load_state_dict(state, strict=False)
    if unknown or any(not name.endswith("position_ids") for name in missing):
        raise SystemExit(f"not a reader: {missing} {unknown}")
    return network


class Encoder:
    """Text to tokens, each sentence encoded once."""

    def __init__(self, tokenizer):
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(tokenizer)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def pieces(self, text):
        """(token ids, their offsets in the text)"""
        if text not in self.known:
            code = self.tokenizer.encode(text, add_special_tokens=False)
            self.known[text] = (code.ids, code.offsets)
        return self.known[text]

    def size(self, text):
        return len(self.pieces(text)[0])

    def passage(self, question, title, sentences, room=PASSAGE):
        """(ids, token types, for each token its sentence, for each read sentence its first token and its offsets)"""
        ids = [CLS] + self.pieces(question)[0][:QUESTION] + [SEP]
        asked = len(ids)
        if title:
            ids += self.pieces(title.rstrip(" .") + ".")[0][:TITLE]
        owner, places, left = [OUTSIDE] * len(ids), [], room
        for number, sentence in enumerate(sentences):
            tokens, offsets = self.pieces(sentence)
            tokens = tokens[:left]
            if not tokens or (len(tokens) < 8 and len(tokens) < len(offsets)):
                break
            places.append((len(ids), offsets[: len(tokens)]))
            ids += tokens
            owner += [number] * len(tokens)
            left -= len(tokens)
        types = [0] * asked + [1] * (len(ids) + 1 - asked)
        return ids + [SEP], types, owner + [OUTSIDE], places


def sentence_logits(out, owner, count):
    """Each sentence's logit: its tokens' value, weighted by the softmax of their attention within it; and which are there."""
    value, attention = out[..., 0].float(), out[..., 1].float()
    own = owner.unsqueeze(1) == torch.arange(count).view(1, count, 1)
    weight = attention.unsqueeze(1).masked_fill(~own, -1e4).softmax(-1)
    return (weight * value.unsqueeze(1)).sum(-1), own.any(-1)
