import { price } from './price.js';
import './style.css';

const app = document.querySelector('#app');

function card({ name, cents }) {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  title.textContent = name;
  const amount = document.createElement('p');
  amount.textContent = price(cents);
  item.append(title, amount);
  return item;
}

const answer = await fetch('/api/products');
const products = await answer.json();
const heading = document.createElement('h1');
heading.textContent = `${products.length} things to buy`;
const list = document.createElement('ul');
list.append(...products.map(card));
app.replaceChildren(heading, list);
